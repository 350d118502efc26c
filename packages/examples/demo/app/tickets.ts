import { azure, gemini, geminiLanguages, helpCentreAi, openai } from './clients.js';
import { COMPLAINT, TICKETS } from './samples.js';

const [ticket = ''] = TICKETS;

export async function answerTicket(): Promise<void> {
  await helpCentreAi.chat.completions.create({
    model: 'gpt-4o',
    messages: [
      { role: 'system', content: 'Answer the customer from the help centre.' },
      { role: 'user', content: ticket },
    ],
  });
}

export async function detectLanguage(): Promise<void> {
  await geminiLanguages.models.generateContent({
    model: 'gemini-2.5-flash',
    contents: `Name the language: ${ticket}`,
  });
}

export async function tagTickets(): Promise<void> {
  await gemini.models.generateContent({
    model: 'gemini-2.5-flash',
    contents: `Tag each ticket: ${TICKETS.join('\n')}`,
  });
}

/** Shown while the agent types: late is as good as never. */
export async function suggestReply(): Promise<void> {
  await openai.chat.completions.create(
    { model: 'gpt-5', messages: [{ role: 'user', content: `Suggest a reply: ${ticket}` }] },
    { timeout: 300 },
  );
}

export async function streamReply(): Promise<string> {
  const stream = await openai.chat.completions.create({
    model: 'gpt-4.1',
    messages: [{ role: 'user', content: `Reply at length: ${ticket}` }],
    stream: true,
  });
  let reply = '';
  for await (const chunk of stream) reply += chunk.choices[0]?.delta.content ?? '';
  return reply;
}

export async function translateComplaint(): Promise<void> {
  await azure.chat.completions.create({
    model: 'gpt-4o',
    messages: [{ role: 'user', content: `Translate into English: ${COMPLAINT}` }],
  });
}

export async function prioritise(): Promise<void> {
  await openai.chat.completions.create({
    model: 'gpt-6-preview',
    messages: [{ role: 'user', content: `Which is the most urgent? ${TICKETS.join('\n')}` }],
  });
}
