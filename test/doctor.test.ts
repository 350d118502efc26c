import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { commandLine, runCommandLine } from './helpers/commandLine.js';
import { examine, healthyFolder, KEY } from './helpers/doctor.js';
import { type LlmBehaviour, sayOfEach, sendJson, someAnswer, startLlm } from './helpers/llm.js';
import { listen } from './helpers/server.js';

// A run of the command line takes longer than a test usually does where much else is running.
vi.setConfig({ testTimeout: 60_000 });

const endpointAt = (baseURL: string) => ({
  SENTRY_LLM_API_KEY: KEY,
  SENTRY_LLM_BASE_URL: baseURL,
  SENTRY_LLM_MODEL: 'test-model',
});

/** Lets the doctor ask a loopback LLM. */
async function examineLlm(
  behaviour?: LlmBehaviour,
  listModels?: (response: ServerResponse) => void,
) {
  const llm = await startLlm(behaviour, listModels);
  onTestFinished(() => llm.close());
  return { llm, ...(await examine({ env: endpointAt(llm.baseURL) })) };
}

const refuse =
  (status: number, error: object): LlmBehaviour =>
  (_, response) =>
    sendJson(response, status, { error });

test('finds nothing wrong where nothing is', async () => {
  const { llm, findings, problems, exitCode } = await examineLlm();
  expect(exitCode).toBe(0);
  expect(problems).toEqual([]);
  expect(findings.map(({ check }) => check)).toEqual([
    ...['Node', 'Sentry SDK', 'Sentry DSN'],
    ...['LLM endpoint', 'LLM key', 'LLM model', 'LLM answer'],
    ...['JSON mode', 'Latency', 'Budget'],
  ]);
  expect(findings.at(-1)?.message).toBe(
    '560 tokens a question; tokensPerDay (1000000) is enough for 1785',
  );
  expect(llm.requests.map(({ errors }) => errors.length)).toEqual([1]);
  expect(llm.requests[0]?.headers.authorization).toBe(`Bearer ${KEY}`);
});

describe('the LLM', () => {
  test('without a key and an endpoint, rules decide, and that is fine', async () => {
    const { findings, exitCode } = await examine();
    expect(exitCode).toBe(0);
    expect(findings.at(-1)).toMatchObject({ check: 'LLM', status: 'ok' });
    expect(findings.at(-1)?.message).toContain('rules decide');
  });

  test('an application’s own OPENAI_API_KEY is said to be left alone', async () => {
    const { findings } = await examine({ env: { OPENAI_API_KEY: KEY } });
    expect(findings.at(-1)?.advice).toContain('OPENAI_API_KEY is used only with llm: {}');
  });

  test('a model without a key is pointed out', async () => {
    const { problems } = await examine({ env: { SENTRY_LLM_MODEL: 'test-model' } });
    expect(problems).toMatchObject([{ check: 'LLM', status: 'warn' }]);
  });

  test('an answer that does not come is a matter of the endpoint', async () => {
    const { problems } = await examineLlm(() => {});
    expect(problems).toMatchObject([{ check: 'LLM endpoint', status: 'fail' }]);
    expect(problems[0]?.message).toMatch(/^api_connection_error: .*timed out/);
  });

  test('--offline asks nothing', async () => {
    const llm = await startLlm();
    onTestFinished(() => llm.close());
    const env = endpointAt(llm.baseURL);
    const { findings, problems } = await examine({ env, args: ['--offline'] });
    expect(problems).toEqual([]);
    expect(findings.at(-1)?.message).toBe(`test-model at ${llm.baseURL}, not asked (--offline)`);
    expect(llm.requests).toEqual([]);
  });

  test('an endpoint that is no address', async () => {
    const { problems } = await examine({ env: endpointAt('localhost/v1') });
    expect(problems).toMatchObject([{ check: 'LLM', status: 'fail' }]);
    expect(problems[0]?.message).toContain('SENTRY_LLM_BASE_URL is not an http(s) address');
  });

  test('nobody at the endpoint', async () => {
    const { url, close } = await listen(() => {});
    await close();
    const { problems } = await examine({ env: endpointAt(`${url}/v1`) });
    expect(problems).toMatchObject([
      { check: 'LLM endpoint', status: 'fail', message: expect.stringContaining('ECONNREFUSED') },
    ]);
  });

  test.each([
    ['credentials', '//me:swordfish@127.0.0.1:9/v1', 'a user name or password', 'before the @'],
    ['a query', '//127.0.0.1:9/v1?key=swordfish', 'a query', 'from the ? on'],
    ['the path of a request', '//127.0.0.1:9/v1/chat/completions', 'once more', 'ends in /v1'],
  ])('an address with %s is not asked, and told without them', async (_, url, wrong, todo) => {
    for (const args of [[], ['--offline']]) {
      const { findings, problems } = await examine({ env: endpointAt(`http:${url}`), args });
      expect(problems).toMatchObject([
        {
          check: 'LLM endpoint',
          status: 'fail',
          message: expect.stringContaining(wrong),
          advice: expect.stringContaining(todo),
        },
      ]);
      expect(JSON.stringify(findings)).not.toContain('swordfish');
    }
  });

  test('an address below which there is nothing', async () => {
    const nothing = (response: ServerResponse) => sendJson(response, 404, { detail: 'Not Found' });
    const { problems } = await examineLlm((_, response) => nothing(response), nothing);
    expect(problems).toMatchObject([
      {
        check: 'LLM endpoint',
        status: 'fail',
        message: expect.stringContaining('has no /chat/completions'),
        advice: expect.stringContaining('/v1'),
      },
    ]);
  });

  test('a web page at the endpoint', async () => {
    const { problems } = await examineLlm(undefined, (response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html>'),
    );
    expect(problems).toMatchObject([
      {
        check: 'LLM endpoint',
        status: 'fail',
        message: expect.stringContaining('web page'),
        advice: expect.stringContaining('/v1'),
      },
    ]);
  });

  test('a key that was copied with something else', async () => {
    const env = { ...endpointAt('http://127.0.0.1:9/v1'), SENTRY_LLM_API_KEY: `${KEY}\nx` };
    const { problems } = await examine({ env });
    expect(problems).toMatchObject([
      { check: 'LLM key', status: 'fail', message: expect.stringContaining('a line break') },
    ]);
  });

  test('a key that is refused, by an endpoint that quotes it', async () => {
    const said = { message: `Incorrect API key provided: ${KEY}.`, code: 'invalid_api_key' };
    const { findings, problems } = await examineLlm(refuse(401, said));
    expect(findings).toContainEqual(
      expect.objectContaining({ check: 'LLM endpoint', status: 'ok' }),
    );
    expect(problems).toMatchObject([
      {
        check: 'LLM key',
        status: 'fail',
        message: expect.stringContaining('authentication_error: 401 Incorrect API key provided'),
        advice: expect.stringContaining('SENTRY_LLM_API_KEY'),
      },
    ]);
  });

  test('a key that is refused is not printed for people either', async () => {
    const llm = await startLlm(refuse(401, { message: `Invalid API key: ${KEY}` }));
    onTestFinished(() => llm.close());
    const { stdout, stderr, exitCode } = await runCommandLine(['doctor'], {
      cwd: healthyFolder,
      env: endpointAt(llm.baseURL),
    });
    expect(stdout).toMatch(/^fail {2}LLM key +authentication_error/m);
    expect(stdout).toMatch(/\n1 failed, 1 to look at\n$/);
    expect(stdout + stderr).not.toContain(KEY);
    expect(exitCode).toBe(1);
  });

  test('an account without credit', async () => {
    const { problems } = await examineLlm(
      refuse(429, { message: 'You exceeded your current quota', code: 'insufficient_quota' }),
    );
    expect(problems).toMatchObject([
      { check: 'LLM key', message: expect.stringContaining('quota_exceeded_error') },
    ]);
  });

  const noSuchModel = refuse(404, {
    message: 'The model `test-model` does not exist',
    code: 'model_not_found',
  });

  test('a model that is not among those offered, with those that are', async () => {
    const { problems } = await examineLlm(noSuchModel, (response) =>
      sendJson(response, 200, { data: [{ id: 'small-model' }, { id: 'large-model' }] }),
    );
    expect(problems).toMatchObject([
      {
        check: 'LLM model',
        status: 'fail',
        message: 'test-model is not among the 2 that the endpoint offers',
        advice: 'Set SENTRY_LLM_MODEL to one of them: small-model, large-model',
      },
    ]);
  });

  test('a model that is not listed and answers all the same is fine', async () => {
    const { findings, problems } = await examineLlm(undefined, (response) =>
      sendJson(response, 200, { data: [{ id: 'test-model-2026-11' }] }),
    );
    expect(problems).toEqual([]);
    expect(findings).toContainEqual(
      expect.objectContaining({ message: 'test-model answers, though it is not listed' }),
    );
  });

  test('a model that is unknown where no list is offered', async () => {
    const { problems } = await examineLlm(noSuchModel, (response) =>
      sendJson(response, 404, { error: { message: 'Not found' } }),
    );
    expect(problems).toMatchObject([{ check: 'LLM model', status: 'fail' }]);
    expect(problems[0]?.message).toContain('does not exist');
  });

  test('a provider that fails', async () => {
    const { problems } = await examineLlm(refuse(500, { message: 'Internal server error' }));
    expect(problems).toMatchObject([{ check: 'LLM answer', status: 'fail' }]);
    expect(problems[0]?.message).toContain('provider_error');
  });

  test('no JSON mode: looked at, not failed', async () => {
    const { problems, exitCode } = await examineLlm((request, response, answer) =>
      request.body.response_format
        ? sendJson(response, 400, { error: { message: 'response_format is not supported' } })
        : sayOfEach(someAnswer)(request, response, answer),
    );
    expect(exitCode).toBe(0);
    expect(problems).toMatchObject([{ check: 'JSON mode', status: 'warn' }]);
  });

  test('an answer that is no classification', async () => {
    const { problems } = await examineLlm((_, __, answer) => answer(`Sure, ${KEY}! I can help.`));
    expect(problems).toMatchObject([
      { check: 'LLM answer', status: 'fail', message: expect.stringContaining('I can help') },
    ]);
  });

  test('an answer that comes later than an event waits', async () => {
    const { findings, exitCode } = await examineLlm((request, response, answer) => {
      setTimeout(() => sayOfEach(someAnswer)(request, response, answer), 1_300);
    });
    expect(exitCode).toBe(0);
    expect(findings.find(({ check }) => check === 'Latency')).toMatchObject({
      status: 'warn',
      message: expect.stringContaining('maxWaitMs (1200 ms)'),
    });
  });

  test.each([
    ['that are not told', undefined, 'does not tell'],
    ['that spend the day’s budget in a minute', { prompt_tokens: 20_000 }, 'enough for 50'],
  ])('costs %s', async (_, usage, message) => {
    const { problems } = await examineLlm(({ errors }, response) => {
      const results = errors.map(({ id }) => ({ id, ...someAnswer }));
      sendJson(response, 200, {
        choices: [{ message: { content: JSON.stringify({ results }) } }],
        usage,
      });
    });
    expect(problems).toMatchObject([
      { check: 'Budget', status: 'warn', message: expect.stringContaining(message) },
    ]);
  });
});

describe('for people', () => {
  const run = (env: Record<string, string> = {}) =>
    runCommandLine(['doctor', '--offline'], { cwd: healthyFolder, env });

  test('a line for each check, what to do below it, and a summary', async () => {
    const { stdout, exitCode } = await run();
    expect(stdout).toMatch(/^ok {4}Node {8}\d+\.\d+\.\d+$/m);
    expect(stdout).toMatch(/^warn {2}Sentry DSN {2}SENTRY_DSN is not set\n +→ Set it, or/m);
    expect(stdout).toMatch(/\n\nworks, 1 to look at\n$/);
    expect(exitCode).toBe(0);
  });

  const colour = String.fromCharCode(27);

  test('without colours in a pipe', async () => {
    expect((await run()).stdout).not.toContain(colour);
  });

  const script = '/usr/bin/script';
  if (!existsSync(script)) console.warn(`Colours in a terminal are not tested: no ${script}.`);

  test.runIf(existsSync(script))('with colours in a terminal, unless NO_COLOR is set', async () => {
    const inTerminal = async (env: Record<string, string>) => {
      const command = `${process.execPath} ${commandLine} doctor --offline`;
      const { stdout } = await promisify(execFile)(script, ['-qec', command, '/dev/null'], {
        cwd: healthyFolder,
        env: { PATH: process.env.PATH, TERM: 'xterm', ...env },
      });
      return stdout;
    };
    expect(await inTerminal({})).toContain(`${colour}[32mok`);
    expect(await inTerminal({ NO_COLOR: '1' })).not.toContain(colour);
  });

  test('a nonsense option is told and exits with 2', async () => {
    const { stdout, stderr, exitCode } = await runCommandLine(['doctor', '--ofline']);
    expect(stderr).toContain("unknown option '--ofline'");
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 });
  });
});
