import OpenAI from 'openai';

/** Base URL and key from the environment, as the package reads them. A demo has no time for retries. */
export const openai = new OpenAI({ maxRetries: 0 });

export async function ask(
  client: OpenAI,
  model: string,
  content: string,
  options?: OpenAI.RequestOptions,
): Promise<string> {
  const completion = await client.chat.completions.create(
    { model, messages: [{ role: 'user', content }] },
    options,
  );
  return completion.choices[0]?.message.content ?? '';
}

export function writeHelpPage() {
  const client = new OpenAI({ apiKey: process.env.OPENAI_KEY_HELP_CENTRE, maxRetries: 0 });
  return ask(client, 'gpt-4o-mini', 'Write a help page about returns.');
}

export function writeNewsletter() {
  const client = new OpenAI({ apiKey: process.env.OPENAI_KEY_NEWSLETTER, maxRetries: 0 });
  return ask(client, 'gpt-4o-mini', 'Write the newsletter of this month.');
}

export function tagTicket() {
  const ticket = 'My kettle arrived, and it whistles in the wrong key. '.repeat(30);
  return ask(openai, 'gpt-4o', `Tag this ticket: ${ticket}`);
}

export function planTheWeek() {
  return ask(openai, 'gpt-5', 'Plan the shifts of this week.', { timeout: 300 });
}

export async function summariseTicket() {
  const summary = await ask(openai, 'gpt-4.1-nano', 'Summarise: the kettle whistles.');
  if (summary === '') throw new Error('OpenAI returned an empty summary of the ticket');
  return summary;
}
