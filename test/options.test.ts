import {
  createClassifier,
  type LlmClassifierOptions,
  llmClassifierIntegration,
} from 'sentry-llm-classifier';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import {
  ambiguousError,
  classificationOf,
  patient,
  Sentry,
  startApplication,
} from './helpers/application.js';
import { startLlm } from './helpers/llm.js';

describe('wrong options throw one error that names each path and what was expected', () => {
  const messageOf = (options: unknown): string => {
    try {
      llmClassifierIntegration(options as LlmClassifierOptions);
    } catch (error) {
      expect(error).toBeInstanceOf(TypeError);
      return (error as Error).message;
    }
    throw new Error('no error was thrown');
  };

  test.each<[unknown, RegExp[]]>([
    [{ maxWaitMs: '5s' }, [/maxWaitMs: .*expected number/]],
    [{ maxWaitMs: -1 }, [/maxWaitMs: .*>=0/]],
    [{ sampleRate: 2, scope: 'everything' }, [/sampleRate: .*<=1/, /scope: .*"ai"\|"all"/]],
    [{ maxWait: 5 }, [/maxWait: there is no such option/]],
    [{ llm: { modle: 'x' } }, [/llm\.modle: there is no such option/]],
    [{ llm: { baseURL: 'localhost' } }, [/llm\.baseURL: /]],
    [{ llm: true }, [/llm: /]],
    [{ batch: { size: 0 } }, [/batch\.size: .*>=1/]],
    [{ cache: { store: {} } }, [/cache\.store: expected an object with get\(\) and set\(\)/]],
    [{ budget: { limiter: {} } }, [/budget\.limiter: expected an object with consume\(\)/]],
    [{ rules: [{ name: 'x' }] }, [/rules\[0\]\.category: /, /rules\[0\]\.confidence: /]],
    [
      { rules: [{ name: 'x', category: 'y', confidence: 1, when: {} }] },
      [/rules\[0\]\.when: expected at least one condition/],
    ],
    [{ taxonomy: { mine: 7 } }, [/taxonomy\.mine: expected a description/]],
    [{ onClassified: 'no' }, [/onClassified: expected a function/]],
    [{ redact: true }, [/redact: expected false, a list of RegExps or a function/]],
  ])('%j', (options, patterns) => {
    const message = messageOf(options);
    expect(message).toMatch(/^sentry-llm-classifier: wrong options\n/);
    for (const pattern of patterns) expect(message).toMatch(pattern);
  });
});

describe('the LLM from the environment', () => {
  const setEnvironment = (values: Record<string, string>) => {
    for (const [name, value] of Object.entries(values)) vi.stubEnv(name, value);
    onTestFinished(() => void vi.unstubAllEnvs());
  };

  test('without any key there are only rules, and an ambiguous error says so', async () => {
    const { ingest } = await startApplication({ llm: false, classifier: { llm: undefined } });
    Sentry.captureException(ambiguousError());
    const [event] = await ingest.arrived(1);
    expect(classificationOf(event)).toMatchObject({ source: 'fallback', skipped: 'off' });
  });

  test("the application's own OPENAI_API_KEY does not switch it on", async () => {
    setEnvironment({ OPENAI_API_KEY: 'own' });
    const classifier = createClassifier();
    expect(await classifier.classify(ambiguousError())).toMatchObject({ skipped: 'off' });
  });

  test.each([
    [{ SENTRY_LLM_API_KEY: 'k1', SENTRY_LLM_MODEL: 'm1' }, 'Bearer k1', 'm1'],
    [{ HOLYSHEEP_API_KEY: 'k2' }, 'Bearer k2', 'deepseek/deepseek-chat-v3-0324'],
  ])('%j', async (values, authorization, model) => {
    const llm = await startLlm();
    onTestFinished(() => llm.close());
    setEnvironment({ ...values, SENTRY_LLM_BASE_URL: llm.baseURL });
    // A busy machine takes its time to load the client.
    const classifier = createClassifier({ maxWaitMs: 20_000 });
    expect(await classifier.classify(ambiguousError())).toMatchObject({
      source: 'llm',
      model_used: model,
    });
    expect(llm.requests[0]?.headers.authorization).toBe(authorization);
  });

  test('with llm given, OPENAI_API_KEY is the last resort', async () => {
    const llm = await startLlm();
    onTestFinished(() => llm.close());
    setEnvironment({ OPENAI_API_KEY: 'own' });
    const classifier = createClassifier({ llm: { baseURL: llm.baseURL, model: 'm' }, ...patient });
    await classifier.classify(ambiguousError());
    expect(llm.requests[0]?.headers.authorization).toBe('Bearer own');
  });

  test('a wrong address warns once and leaves rules only', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    onTestFinished(() => warn.mockRestore());
    setEnvironment({ SENTRY_LLM_API_KEY: 'k', SENTRY_LLM_BASE_URL: 'not an address' });
    const classifier = createClassifier();
    expect(await classifier.classify(ambiguousError())).toMatchObject({ skipped: 'off' });
    expect(warn).toHaveBeenCalledTimes(1);
    expect(String(warn.mock.calls[0])).toContain('SENTRY_LLM_BASE_URL');
  });
});
