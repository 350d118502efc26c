import OpenAI, { AzureOpenAI } from 'openai';
import { ask } from './openai.js';

export function judgeComplaint() {
  // An OPENAI_BASE_URL in the environment would win over the endpoint.
  const baseURL = `${process.env.AZURE_OPENAI_ENDPOINT}/openai`;
  const azure = new AzureOpenAI({ baseURL, maxRetries: 0 });
  return ask(azure, 'gpt-4o', 'How angry is this customer? "I could smash that kettle!"');
}

export function rewriteAnswer() {
  const gateway = new OpenAI({ baseURL: process.env.LLM_GATEWAY_URL, maxRetries: 0 });
  return ask(gateway, 'house-model', 'Say that again, politely.');
}
