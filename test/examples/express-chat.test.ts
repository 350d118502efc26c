import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { startExample } from '../helpers/example.js';

async function startChat() {
  const { ingest, printed } = await startExample('express-chat');
  const line = await printed(/Chat at /);
  const url = line.replace('Chat at ', '');
  const post = (content: string) =>
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ messages: [{ role: 'user', content }] }),
    });
  return {
    ingest,
    url,
    post,
    say: async (content: string) => readEvents(await (await post(content)).text()),
  };
}

/** Name and data of each server-sent event. */
function readEvents(text: string): [string, Record<string, string>][] {
  return text
    .split('\n\n')
    .filter(Boolean)
    .map((event) => {
      const [, name = '', data = ''] = /^event: (.*)\ndata: (.*)$/.exec(event) ?? [];
      return [name, JSON.parse(data)];
    });
}

const textOf = (events: [string, Record<string, string>][]) =>
  events.map(([, { text = '' }]) => text).join('');

const sorry = [
  'error',
  { message: 'Sorry, I cannot answer at the moment. Please try again later.' },
];

test('the Express chat streams answers, looks up orders, and tells Sentry why it could not', async () => {
  const { ingest, url, post, say } = await startChat();

  expect((await post('')).status).toBe(400);
  const nonsense = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: 'nonsense',
  });
  expect(nonsense.status).toBe(400);
  expect(await nonsense.json()).toEqual({ message: 'This is not a request for the chat.' });

  const hello = await say('Hello');
  expect(textOf(hello)).toContain('it has read your message.');
  expect(hello.at(-1)).toEqual(['done', {}]);

  const order = await say('Where is order #1042?');
  expect(textOf(order)).toContain('on its way');

  expect(await say('Do you have a rate limit?')).toEqual([sorry]);
  const [limited] = await ingest.arrived(1);
  expect(limited?.tags).toMatchObject({
    ai_error_category: 'rate_limit_error',
    ai_error_source: 'rules',
    ai_error_provider: 'openai',
    ai_error_retryable: 'true',
  });

  const cut = await say('Stop in the middle');
  expect(textOf(cut)).toBe('Your order ');
  expect(cut.at(-1)).toEqual(sorry);
  const [, lost] = await ingest.arrived(2);
  expect(lost?.tags?.ai_error_category).toBe('api_connection_error');
}, 240_000);

test.each([
  ['in use', takePort],
  ['none', async () => 'nonsense'],
  ['too large', async () => '99999'],
])('a port that is %s is told before anything starts', async (_, portOf) => {
  const { ended, printed } = await startExample('express-chat', { PORT: await portOf() });
  await printed(/PORT/);
  expect(await ended).toBe(2);
});

/** As the examples take one: on every address. */
async function takePort(): Promise<string> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return String((server.address() as AddressInfo).port);
}
