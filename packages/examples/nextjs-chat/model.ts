import { openai } from '@ai-sdk/openai';

/** Chat completions rather than responses: every OpenAI-compatible endpoint has them. */
export const model = openai.chat(process.env.OPENAI_MODEL ?? 'gpt-4.1-mini');
