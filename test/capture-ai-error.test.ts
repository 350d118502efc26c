import { captureAiError } from 'sentry-llm-classifier';
import { estimateTokenCount } from 'tokenx';
import { expect, test } from 'vitest';
import { classificationOf, startApplication } from './helpers/application.js';

test('attaches response and metadata to the event and to the question', async () => {
  const { ingest, llm } = await startApplication();
  const id = captureAiError(new Error('the summary is not usable'), {
    llmResponse: { choices: [{ message: { content: 'I am a teapot' } }] },
    requestMetadata: { provider: 'anthropic', model: 'claude-sonnet-4', promptTokens: 812 },
    tags: { job: 'summary' },
  });
  const [event] = await ingest.arrived(1);
  expect(event?.event_id).toBe(id);
  expect(event?.contexts?.ai_call).toEqual({
    provider: 'anthropic',
    model: 'claude-sonnet-4',
    promptTokens: 812,
    response: '{"choices":[{"message":{"content":"I am a teapot"}}]}',
  });
  expect(event?.tags).toMatchObject({ job: 'summary', ai_error_provider: 'anthropic' });
  expect(classificationOf(event)).toMatchObject({ source: 'llm', model: 'claude-sonnet-4' });
  expect(llm.requests[0]?.errors[0]).toMatchObject({
    context: { promptTokens: 812, response: expect.stringContaining('teapot') },
  });
});

test('of much metadata the LLM sees what fits, and the response before it', async () => {
  const { ingest, llm } = await startApplication();
  const fields = Array.from({ length: 40 }, (_, i) => [`field${i}`, 'some words '.repeat(20)]);
  captureAiError(new Error('the outline is not usable'), {
    llmResponse: 'I am a kettle',
    requestMetadata: Object.fromEntries(fields),
  });
  await ingest.arrived(1);
  const question = llm.requests[0]?.errors[0];
  expect(question).toMatchObject({ context: { response: 'I am a kettle' } });
  expect(estimateTokenCount(JSON.stringify(question))).toBeLessThan(1_000);
});

test('an ordinary error given to it is about an LLM, whatever it says', async () => {
  const { ingest } = await startApplication({ llm: false });
  captureAiError(new Error('no rows'));
  const [event] = await ingest.arrived(1);
  expect(event?.tags?.ai_error_category).toBe('unknown_error');
});

test('a response that JSON cannot hold does no harm', async () => {
  const { ingest } = await startApplication({ llm: false });
  const cycle: Record<string, unknown> = {};
  cycle.self = cycle;
  captureAiError(new Error('no rows'), { llmResponse: cycle, requestMetadata: { big: 1n } });
  const [event] = await ingest.arrived(1);
  expect(event?.contexts?.ai_call).toMatchObject({ response: '[object Object]' });
});
