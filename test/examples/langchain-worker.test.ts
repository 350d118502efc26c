import { expect, test } from 'vitest';
import { startExample } from '../helpers/example.js';

test('the LangChain worker goes through its queue, and Sentry learns why some mails are left', async () => {
  const { ingest, output, ended } = await startExample('langchain-worker');
  expect(await ended).toBe(0);

  expect(output).toContain('mail-1: order, urgency 1: Made up by the stand-in for a model.');
  expect(output).toContain('mail-6: order, urgency 1: Made up by the stand-in for a model.');
  expect(output.filter((line) => line.endsWith('left for a person to read'))).toHaveLength(4);

  const categories = ingest.events.map(({ tags }) => [tags?.mail, tags?.ai_error_category]);
  expect(Object.fromEntries(categories)).toEqual({
    'mail-2': 'rate_limit_error',
    'mail-3': 'quota_exceeded_error',
    'mail-4': 'response_quality_error',
    'mail-5': 'token_limit_error',
  });
  expect(categories).toHaveLength(4);
}, 240_000);
