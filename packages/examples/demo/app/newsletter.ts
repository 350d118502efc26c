import { newsletterAi } from './clients.js';
import { TICKETS } from './samples.js';

export async function writeNewsletter(): Promise<void> {
  await newsletterAi.chat.completions.create({
    model: 'gpt-4o',
    messages: [{ role: 'user', content: `What did customers ask? ${TICKETS.join('\n')}` }],
  });
}
