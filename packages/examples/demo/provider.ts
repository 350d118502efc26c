import { findDeadAddress, readJson, startLoopback } from '../local/loopback.js';
import { anthropic } from './provider/anthropic.js';
import { azure } from './provider/azure.js';
import { gateway } from './provider/gateway.js';
import { google } from './provider/google.js';
import { ACCOUNTS, openai } from './provider/openai.js';
import type { Vendor } from './provider/vendor.js';

/** A server that plays the LLM providers on a bad day. */
export interface Provider {
  /** What an application's environment holds to work with it: addresses and keys. */
  environment: Record<string, string>;
  close(): Promise<void>;
}

/** Each plays one provider, below the path of its name. */
const VENDORS: Record<string, Vendor> = { anthropic, azure, gateway, google, openai };

/** Starts every provider of the application, and leaves its database down. */
export async function startProvider(): Promise<Provider> {
  const { url, close } = await startLoopback(async (request, response) => {
    const name = request.url?.split('/')[1] ?? '';
    VENDORS[name]?.({ headers: request.headers, body: await readJson(request) }, response);
  });
  return {
    environment: {
      OPENAI_BASE_URL: `${url}/openai/v1`,
      OPENAI_API_KEY: ACCOUNTS.inCredit,
      OPENAI_KEY_NEWSLETTER: ACCOUNTS.outOfCredit,
      OPENAI_KEY_HELP_CENTRE: 'sk-demo-revoked-last-spring',
      AZURE_OPENAI_ENDPOINT: `${url}/azure`,
      AZURE_OPENAI_API_KEY: 'demo-azure-key',
      OPENAI_API_VERSION: '2024-10-21',
      LLM_GATEWAY_URL: `${url}/gateway/v1`,
      ANTHROPIC_BASE_URL: `${url}/anthropic`,
      ANTHROPIC_API_KEY: 'sk-ant-demo',
      GOOGLE_GEMINI_BASE_URL: `${url}/google`,
      GEMINI_API_KEY: 'AIza-demo',
      GEMINI_KEY_LANGUAGES: 'copied-without-its-beginning',
      CRM_URL: await findDeadAddress(),
    },
    close,
  };
}
