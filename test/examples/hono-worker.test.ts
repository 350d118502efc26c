import { expect, test } from 'vitest';
import { startExample } from '../helpers/example.js';

test('the Hono worker summarises in workerd, and tells Sentry why it could not', async () => {
  const { ingest, printed } = await startExample('hono-worker');
  const url = (await printed(/Summaries at /)).replace('Summaries at ', '');
  const summarise = async (text: string) => {
    const response = await fetch(url, { method: 'POST', body: JSON.stringify({ text }) });
    return [response.status, await response.json()];
  };
  const sorry = [503, { message: 'There is no summary at the moment. Please try again later.' }];

  expect(await summarise('Tea is grown on hills.')).toEqual([
    200,
    { title: 'Made up by the stand-in for a model.', points: [] },
  ]);
  expect((await summarise(''))[0]).toBe(400);

  expect(await summarise('How to live with a rate limit')).toEqual(sorry);
  const [limited] = await ingest.arrived(1);
  expect(limited?.sdk?.name).toBe('sentry.javascript.cloudflare');
  expect(limited?.tags).toMatchObject({
    ai_error_category: 'rate_limit_error',
    ai_error_provider: 'openai',
  });

  expect(await summarise('A story that begins in the middle')).toEqual(sorry);
  const [, cut] = await ingest.arrived(2);
  expect(cut?.tags?.ai_error_category).toBe('token_limit_error');
}, 240_000);
