import { ChatOpenAI } from '@langchain/openai';
import { z } from 'zod';
import type { Mail } from './inbox.js';

const Triage = z.object({
  topic: z.enum(['order', 'billing', 'website', 'praise', 'other']),
  urgency: z.int().min(1).max(5).describe('1: whenever there is time, 5: at once'),
  summary: z.string().describe('One sentence'),
});

// Address and key come from the environment.
const model = new ChatOpenAI({
  model: process.env.OPENAI_MODEL ?? 'gpt-4.1-mini',
  timeout: 30_000,
  maxRetries: 1,
}).withStructuredOutput(Triage);

export function triage({ text }: Mail): Promise<z.infer<typeof Triage>> {
  return model.invoke([
    { role: 'system', content: "Sort the mail of a tea shop's customer." },
    { role: 'user', content: text },
  ]);
}
