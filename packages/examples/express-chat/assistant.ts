import OpenAI from 'openai';
import { zodFunction } from 'openai/helpers/zod';
import { z } from 'zod';
import { findOrder } from './orders.js';

export const Message = z.object({
  role: z.enum(['user', 'assistant']),
  content: z.string().min(1),
});
export type Message = z.infer<typeof Message>;

const model = process.env.OPENAI_MODEL ?? 'gpt-4.1-mini';

// Address and key come from the environment. Somebody is waiting: better to say soon that it failed.
const openai = new OpenAI({ timeout: 20_000, maxRetries: 0 });

const tools = [
  zodFunction({
    name: 'find_order',
    description: "Looks up an order's status and the day it arrives.",
    parameters: z.object({ id: z.string().describe('The number of the order, without #') }),
    function: async ({ id }) => (await findOrder(id)) ?? 'There is no such order.',
  }),
];

/** Streams the answer and looks up orders on the way. */
export function answer(messages: readonly Message[]) {
  return openai.chat.completions.runTools({
    model,
    stream: true,
    messages: [
      { role: 'system', content: 'You answer the customers of a tea shop, in a few words.' },
      ...messages,
    ],
    tools,
  });
}
