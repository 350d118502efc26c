import { sendJson } from '../../local/loopback.js';
import type { Call, Vendor } from './vendor.js';

const GOOGLE_RPC = 'type.googleapis.com/google.rpc';
const METRIC = 'generativelanguage.googleapis.com/generate_content_free_tier_requests';

/**
 * The Gemini API, whose requests of this minute are used up.
 * Forms: Google's AIP-193 and the Gemini API's pages "Troubleshooting" and "Rate limits".
 */
export const google: Vendor = (call, response) => {
  const error = isKey(call) ? tooManyRequests : invalidKey;
  sendJson(response, error.code, { error });
};

const isKey = ({ headers }: Call) => `${headers['x-goog-api-key']}`.startsWith('AIza');

const invalidKey = {
  code: 400,
  message: 'API key not valid. Please pass a valid API key.',
  status: 'INVALID_ARGUMENT',
  details: [
    {
      '@type': `${GOOGLE_RPC}.ErrorInfo`,
      reason: 'API_KEY_INVALID',
      domain: 'googleapis.com',
      metadata: { service: 'generativelanguage.googleapis.com' },
    },
    {
      '@type': `${GOOGLE_RPC}.LocalizedMessage`,
      locale: 'en-US',
      message: 'API key not valid. Please pass a valid API key.',
    },
  ],
};

const tooManyRequests = {
  code: 429,
  message: `You exceeded your current quota, please check your plan and billing details. For more information on this error, head to: https://ai.google.dev/gemini-api/docs/rate-limits.\n* Quota exceeded for metric: ${METRIC}, limit: 10, model: gemini-2.5-flash\nPlease retry in 31.4s.`,
  status: 'RESOURCE_EXHAUSTED',
  details: [
    {
      '@type': `${GOOGLE_RPC}.QuotaFailure`,
      violations: [
        {
          quotaMetric: METRIC,
          quotaId: 'GenerateRequestsPerMinutePerProjectPerModel-FreeTier',
          quotaDimensions: { location: 'global', model: 'gemini-2.5-flash' },
          quotaValue: '10',
        },
      ],
    },
    {
      '@type': `${GOOGLE_RPC}.Help`,
      links: [
        {
          description: 'Learn more about Gemini API quotas',
          url: 'https://ai.google.dev/gemini-api/docs/rate-limits',
        },
      ],
    },
    { '@type': `${GOOGLE_RPC}.RetryInfo`, retryDelay: '31s' },
  ],
};
