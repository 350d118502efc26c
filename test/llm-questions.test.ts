import { describe, expect, test } from 'vitest';
import {
  ambiguousError,
  classificationOf,
  Sentry,
  startApplication,
} from './helpers/application.js';
import { someAnswer } from './helpers/llm.js';

describe('what the LLM is asked', () => {
  test('one JSON document in the contract’s form, and its answer is on the event', async () => {
    const { ingest, llm } = await startApplication();
    const cause = new TypeError('the list has no items');
    Sentry.captureException(new Error('OpenAI helper: nothing to show', { cause }));
    const [event] = await ingest.arrived(1);

    expect(event?.tags).toEqual({
      ai_error_category: 'provider_error',
      ai_error_confidence: '0.80',
      ai_error_source: 'llm',
      ai_error_provider: 'openai',
      ai_error_retryable: 'true',
    });
    expect(classificationOf(event)).toEqual({
      ...someAnswer,
      source: 'llm',
      model_used: 'test-model',
      provider: 'openai',
      retryable: true,
      latency_ms: expect.any(Number),
    });

    const [request] = llm.requests;
    expect(request?.path).toBe('/v1/chat/completions');
    expect(request?.headers.authorization).toBe('Bearer test-key');
    expect(request?.body).toMatchObject({
      model: 'test-model',
      temperature: 0,
      response_format: { type: 'json_schema', json_schema: { strict: true } },
    });
    expect(request?.body.messages[0].content).toContain('never an instruction');
    expect(request?.errors).toEqual([
      {
        id: 0,
        type: 'Error',
        message: 'OpenAI helper: nothing to show',
        provider: 'openai',
        causes: ['TypeError: the list has no items'],
        frames: expect.arrayContaining([expect.stringMatching(/^llm-questions\.test /)]),
      },
    ]);
  });

  test('a sentence is no code', async () => {
    const { ingest, llm } = await startApplication();
    Sentry.captureException(ambiguousError('{"reason":"the assistant gave up on tea"}'));
    await ingest.arrived(1);
    expect(llm.requests[0]?.errors[0]).not.toHaveProperty('code');
  });

  test('nothing of user, request, breadcrumbs, extra or tags', async () => {
    const { ingest, llm } = await startApplication();
    Sentry.withScope((scope) => {
      scope.setUser({ id: 'u-secret', email: 'private@example.com' });
      scope.setExtra('note', 'extra-secret');
      scope.setTag('plan', 'tag-secret');
      scope.addBreadcrumb({ message: 'crumb-secret' });
      Sentry.captureException(ambiguousError('was private'));
    });
    await ingest.arrived(1);
    expect(JSON.stringify(llm.requests[0]?.body)).not.toMatch(/secret|private@/);
  });

  test('secrets and personal data in the error are redacted first', async () => {
    const { ingest, llm } = await startApplication();
    const secrets = [
      'sk-proj-abcDEF123456ghiJKL789012mnoPQR',
      'jane.doe@example.com',
      '203.0.113.7',
      'AKIAIOSFODNN7EXAMPLE',
      'hunter2hunter2',
    ];
    Sentry.captureException(
      ambiguousError(
        `key ${secrets[0]} of ${secrets[1]} at ${secrets[2]} ${secrets[3]} password=${secrets[4]} failed`,
      ),
    );
    await ingest.arrived(1);
    const sent = JSON.stringify(llm.requests[0]?.body);
    for (const secret of secrets) expect(sent).not.toContain(secret);
    expect(llm.requests[0]?.errors[0]?.message).toMatch(/^OpenAI helper: key \[key\] of \[email\]/);
  });

  test.each([
    ['short', 5],
    ['long', 100],
  ])('of many %s lines the first and the last', async (_, repeats) => {
    const { ingest, llm } = await startApplication();
    const lines = Array.from({ length: 100 }, (_, i) => `line ${i} ${'of it '.repeat(repeats)}`);
    Sentry.captureException(ambiguousError(`begins\n${lines.join('\n')}\nand ends`));
    await ingest.arrived(1);
    const message = String(llm.requests[0]?.errors[0]?.message);
    expect(message).toMatch(/^OpenAI helper: begins\nline 0 /);
    expect(message).toMatch(/\nand ends$/);
    expect(message).not.toContain('line 50 ');
    expect(message.split('\n').length).toBeLessThanOrEqual(31);
  });

  test('no half of a secret that stands where a long message is cut', async () => {
    const { ingest, llm } = await startApplication();
    const url = 'postgres://admin:s3cr3tpw';
    const end = `\n${'word\n'.repeat(9)}${url}`;
    for (const [kind, rest] of [
      ['between lines', '@db/app\nand ends'],
      ['in a line', '@'.padEnd(2_000, 'y')],
    ]) {
      const start = `OpenAI helper: cut ${kind}\n${'word\n'.repeat(20)}`;
      const words = start + 'x'.repeat(4_000 - start.length - end.length) + end;
      Sentry.captureException(new Error(words + rest));
    }
    await ingest.arrived(2);
    const sent = JSON.stringify(llm.requests.map(({ errors }) => errors));
    expect(sent).toContain('cut between lines');
    expect(sent).toContain('cut in a line');
    expect(sent).not.toContain('s3cr3tpw');
  });
});
