import OpenAI from 'openai';
import { zodResponseFormat } from 'openai/helpers/zod';
import { z } from 'zod';
import type { Env } from './index.js';

const Summary = z.object({
  title: z.string(),
  points: z.array(z.string()).describe('Three at most, one sentence each'),
});
export type Summary = z.infer<typeof Summary>;

export async function summarise(text: string, env: Env): Promise<Summary> {
  const openai = new OpenAI({
    apiKey: env.OPENAI_API_KEY,
    baseURL: env.OPENAI_BASE_URL,
    timeout: 20_000,
    maxRetries: 0,
  });
  const { choices } = await openai.chat.completions.parse({
    model: env.OPENAI_MODEL ?? 'gpt-4.1-mini',
    messages: [
      { role: 'system', content: 'Summarise the article.' },
      { role: 'user', content: text },
    ],
    response_format: zodResponseFormat(Summary, 'summary'),
  });
  const summary = choices[0]?.message.parsed;
  if (!summary) throw new Error('OpenAI gave no summary');
  return summary;
}
