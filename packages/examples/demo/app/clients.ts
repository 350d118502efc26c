import Anthropic from '@anthropic-ai/sdk';
import { GoogleGenAI } from '@google/genai';
import OpenAI, { AzureOpenAI } from 'openai';

// Addresses and keys that are not named here, the SDKs read from the environment themselves.
// Nothing is tried again: agents would rather see at once that something is wrong.
const maxRetries = 0;

export const openai = new OpenAI({ maxRetries });
/** Each product has a key of its own, so that the bill tells them apart. */
export const newsletterAi = openai.withOptions({ apiKey: process.env.OPENAI_KEY_NEWSLETTER });
export const helpCentreAi = openai.withOptions({ apiKey: process.env.OPENAI_KEY_HELP_CENTRE });
/** The company's gateway speaks OpenAI's protocol. */
export const gatewayAi = openai.withOptions({ baseURL: process.env.LLM_GATEWAY_URL });
/** `null`: the endpoint is Azure's own, not the one of `OPENAI_BASE_URL`. */
export const azure = new AzureOpenAI({ baseURL: null, maxRetries });

export const anthropic = new Anthropic({ maxRetries });

export const gemini = new GoogleGenAI({ apiKey: process.env.GEMINI_API_KEY ?? '' });
export const geminiLanguages = new GoogleGenAI({ apiKey: process.env.GEMINI_KEY_LANGUAGES ?? '' });
