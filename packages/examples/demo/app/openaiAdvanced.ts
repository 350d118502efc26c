import { zodResponseFormat } from 'openai/helpers/zod';
import { z } from 'zod';
import { ask, openai } from './openai.js';

const Order = z.object({ item: z.string(), quantity: z.number() });

export async function streamReply() {
  const stream = await openai.chat.completions.create({
    model: 'gpt-4.1',
    messages: [{ role: 'user', content: 'Answer the customer.' }],
    stream: true,
  });
  let reply = '';
  for await (const chunk of stream) reply += chunk.choices[0]?.delta.content ?? '';
  return reply;
}

export async function extractOrder() {
  const completion = await openai.chat.completions.parse({
    model: 'gpt-4o-mini',
    messages: [{ role: 'user', content: 'Which order? "Two kettles, please."' }],
    response_format: zodResponseFormat(Order, 'order'),
  });
  return completion.choices[0]?.message.parsed;
}

export function reviewContract() {
  const contract = 'The supplier shall deliver kettles in good order and condition. '.repeat(9000);
  return ask(openai, 'gpt-4o-mini', `Review: ${contract}`);
}

/** The history was cut to its last messages, and with it the call that the first one answers. */
export function answerWithTools() {
  return openai.chat.completions.create({
    model: 'gpt-4o-mini',
    messages: [
      { role: 'tool', tool_call_id: 'call_7', content: '{"status":"shipped"}' },
      { role: 'user', content: 'So where is it?' },
    ],
  });
}

export function describePhoto() {
  return ask(openai, 'gpt-4-vision-preview', 'What is on this photo?');
}
