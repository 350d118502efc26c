import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { startExample } from '../helpers/example.js';

test('the LangChain worker goes through its queue, and Sentry learns why some mails are left', async () => {
  const { ingest, output, ended } = await startExample('langchain-worker');
  expect(await ended).toBe(0);

  const readme = readFileSync(
    new URL('../../packages/examples/README.md', import.meta.url),
    'utf8',
  );
  const promised = readme.match(/^mail-\d: .+$/gm) ?? [];
  expect(promised).toHaveLength(6);
  // Which of them is done first is up to the queue.
  expect(output.filter((line) => line.startsWith('mail-')).sort()).toEqual(promised.sort());

  const categories = ingest.events.map(({ tags }) => [tags?.mail, tags?.ai_error_category]);
  expect(Object.fromEntries(categories)).toEqual({
    'mail-2': 'rate_limit_error',
    'mail-3': 'quota_exceeded_error',
    'mail-4': 'response_quality_error',
    'mail-5': 'token_limit_error',
  });
  expect(categories).toHaveLength(4);
}, 240_000);
