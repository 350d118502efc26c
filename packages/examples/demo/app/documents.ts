import { anthropic, openai } from './clients.js';
import { BACKLOG, CONTRACT, MANUAL, TICKETS } from './samples.js';

async function summarise(model: string, text: string): Promise<string> {
  const completion = await openai.chat.completions.create({
    model,
    messages: [{ role: 'user', content: `Summarise: ${text}` }],
  });
  const summary = completion.choices[0]?.message.content;
  if (!summary) throw new Error('OpenAI summary: nothing to show');
  return summary;
}

export const summariseBacklog = () => summarise('gpt-4o', BACKLOG);
export const summariseManual = () => summarise('gpt-4o-mini', MANUAL);
export const summariseThread = () => summarise('gpt-4.1-nano', TICKETS.join('\n'));

/** Reads what was ordered out of an e-mail. */
export async function extractOrder(): Promise<void> {
  await openai.chat.completions.parse({
    model: 'gpt-4o-mini',
    messages: [{ role: 'user', content: 'I would like two kettles, please.' }],
    response_format: {
      type: 'json_schema',
      json_schema: {
        name: 'order',
        schema: {
          type: 'object',
          properties: { item: { type: 'string' }, quantity: { type: 'integer' } },
          required: ['item', 'quantity'],
        },
      },
    },
  });
}

export async function reviewContract(): Promise<void> {
  await anthropic.messages.create({
    model: 'claude-opus-5',
    max_tokens: 2000,
    messages: [{ role: 'user', content: `List the risks of this contract: ${CONTRACT}` }],
  });
}

export async function writePostmortem(): Promise<void> {
  await anthropic.messages.create({
    model: 'claude-opus-5',
    max_tokens: 2000,
    messages: [{ role: 'user', content: 'Write up why orders were late last week.' }],
  });
}
