import { expect, test } from 'vitest';
import { startExample } from '../helpers/example.js';

const post = (url: string, body: object) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

test('the Next.js chat tells Sentry from Node and from edge routes why it could not answer', async () => {
  const { ingest, printed } = await startExample('nextjs-chat');
  const [url] = /http\S+/.exec(await printed(/Local: /)) ?? [''];
  await printed(/Ready/);

  const say = async (text: string) => {
    const messages = [{ id: '1', role: 'user', parts: [{ type: 'text', text }] }];
    return (await post(`${url}/api/chat`, { messages })).text();
  };
  const title = async (text: string) => {
    const response = await post(`${url}/api/title`, { text });
    return [response.status, await response.text()];
  };

  expect(await say('Hello')).toContain('read ');
  expect(await title('Hello')).toEqual([
    200,
    JSON.stringify({ title: 'This is the stand-in for a model; it has read your message.' }),
  ]);

  const answer = await say('What is your quota?');
  expect(answer).toContain('Sorry, I cannot answer at the moment. Please try again later.');
  expect(answer).not.toContain('exceeded');
  const [inNode] = await ingest.arrived(1);
  expect(inNode?.contexts?.runtime?.name).toBe('node');
  expect(inNode?.tags).toMatchObject({
    ai_error_category: 'quota_exceeded_error',
    ai_error_provider: 'openai',
  });

  expect(await title('Why is there a rate limit?')).toEqual([
    503,
    JSON.stringify({ message: 'There is no title at the moment.' }),
  ]);
  const [, onEdge] = await ingest.arrived(2);
  expect(onEdge?.contexts?.runtime?.name).toBe('vercel-edge');
  expect(onEdge?.tags).toMatchObject({
    ai_error_category: 'rate_limit_error',
    ai_error_provider: 'openai',
  });
}, 900_000);
