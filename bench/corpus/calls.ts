import Anthropic from '@anthropic-ai/sdk';
import { GoogleGenAI } from '@google/genai';
import OpenAI from 'openai';
import type { Reply } from './replies.js';

const prompt = [{ role: 'user' as const, content: 'hello' }];

/** One call of each SDK against an address. */
export const CALLS: Record<Reply['sdk'], (baseURL: string) => Promise<unknown>> = {
  openai: (baseURL) =>
    new OpenAI({ apiKey: 'none', baseURL, maxRetries: 0, timeout: 300 }).chat.completions.create({
      model: 'gpt-4.1',
      messages: prompt,
    }),
  anthropic: (baseURL) =>
    new Anthropic({ apiKey: 'none', baseURL, maxRetries: 0, timeout: 300 }).messages.create({
      model: 'claude-of-today',
      max_tokens: 100,
      messages: prompt,
    }),
  google: (baseUrl) =>
    new GoogleGenAI({
      apiKey: 'none',
      httpOptions: { baseUrl, timeout: 300, retryOptions: { attempts: 1 } },
    }).models.generateContent({ model: 'gemini-2.5-flash', contents: 'hello' }),
};
