import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClassifier } from 'sentry-llm-classifier';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { commandLine, runCommandLine } from './helpers/commandLine.js';
import { sendJson, startLlm } from './helpers/llm.js';
import { listen } from './helpers/server.js';

/** Every byte there is, in lines and out of UTF-8. */
const NONSENSE = Buffer.from(Array.from({ length: 5120 }, (_, i) => (i * 7) % 256));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sentry-llm-classifier-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function corpusOf(name: string, content: string | Buffer): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, content);
  return file;
}

const linesOf = (records: readonly object[]) =>
  records.map((record) => `${JSON.stringify(record)}\n`).join('');

async function llmEnvironment() {
  const llm = await startLlm();
  onTestFinished(() => llm.close());
  const env = {
    SENTRY_LLM_API_KEY: 'test-key',
    SENTRY_LLM_BASE_URL: llm.baseURL,
    SENTRY_LLM_MODEL: 'test-model',
  };
  return { llm, env };
}

test('--help names the commands', async () => {
  const { stdout, exitCode } = await runCommandLine(['--help']);
  expect(stdout).toMatch(/classify[\s\S]*eval/);
  expect(exitCode).toBe(0);
});

test.each([[['evil']], [['classify', 'x', '--nonsense']], [['eval']], [['--nonsense']]])(
  '%j is refused',
  async (args) => {
    const { stdout, stderr, exitCode } = await runCommandLine(args);
    expect(stderr).toMatch(/^error: /);
    expect(stdout).toBe('');
    expect(exitCode).toBe(2);
  },
);

const hasFullDisk = existsSync('/dev/full');
if (!hasFullDisk) console.log('No /dev/full here; a full disk is not tested.');
test.runIf(hasFullDisk)('a full disk is told without a stack trace', async () => {
  const full = openSync('/dev/full', 'w');
  const { stderr, status } = spawnSync(process.execPath, [commandLine, 'dashboard'], {
    stdio: ['ignore', full, 'pipe'],
    encoding: 'utf8',
  });
  closeSync(full);
  expect(stderr).toMatch(/^error: ENOSPC[^\n]+\n$/);
  expect(status).toBe(1);
});

test('an error that nobody reads keeps its exit code', async () => {
  const child = spawn(process.execPath, [commandLine, 'evil']);
  child.stderr.destroy();
  await once(child, 'close');
  expect(child.exitCode).toBe(2);
});

describe('classify', () => {
  test('says what it is, who decided and what to do', async () => {
    const { stdout, stderr, exitCode } = await runCommandLine([
      'classify',
      '429 Rate limit reached for gpt-4o. Please try again in 2s.',
    ]);
    expect(stdout).toMatch(/^category +rate_limit_error$/m);
    expect(stdout).toMatch(/^confidence +0\.9\d$/m);
    expect(stdout).toMatch(/^decided by +rule \S+$/m);
    expect(stdout).toMatch(/^retryable +yes$/m);
    expect(stdout).toMatch(/^retry after +2000 ms$/m);
    expect(stdout).toMatch(/^suggestion +\S.{20,}$/m);
    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
  });

  test.each([
    [['--status', '402'], 'quota_exceeded_error'],
    [['--code', 'context_length_exceeded'], 'token_limit_error'],
    [['--type', 'APIConnectionTimeoutError'], 'api_connection_error'],
  ])('takes what is known besides: %j', async (options, category) => {
    const { stdout } = await runCommandLine(['classify', 'it failed', ...options]);
    expect(stdout).toContain(`category     ${category}\n`);
  });

  test('reads a stack trace from standard input', async () => {
    const { stdout } = await runCommandLine(['classify', '--json'], {
      input: [
        'APIConnectionTimeoutError: Request timed out.',
        '    at Anthropic.makeRequest (/app/node_modules/@anthropic-ai/sdk/client.js:300:1)',
        '    at async reply (/app/src/reply.js:12:9)',
      ].join('\n'),
    });
    expect(JSON.parse(stdout)).toMatchObject({
      category: 'api_connection_error',
      provider: 'anthropic',
    });
  });

  test('--json prints what the library answers', async () => {
    const message = '401 Incorrect API key provided: sk-…';
    const { stdout } = await runCommandLine(['classify', message, '--json']);
    const answer = await createClassifier({ llm: false, scope: 'all' }).classify(
      new Error(message),
    );
    expect(JSON.parse(stdout)).toEqual({ ...answer, latency_ms: expect.any(Number) });
  });

  test('asks the LLM only with --llm', async () => {
    const { llm, env } = await llmEnvironment();
    const words = 'the assistant gave up';

    const alone = await runCommandLine(['classify', words], { env });
    expect(alone.stdout).toContain('unknown_error');
    expect(llm.requests).toHaveLength(0);

    const asked = await runCommandLine(['classify', words, '--llm'], { env });
    expect(asked.stdout).toContain('category     provider_error\n');
    expect(asked.stdout).toContain('decided by   LLM test-model\n');
    expect(llm.requests).toHaveLength(1);
  });

  test.each([
    [
      401,
      { message: 'Incorrect API key' },
      /authentication_error: 401 .*\nCheck SENTRY_LLM_API_KEY/,
    ],
    [500, { message: 'Internal error' }, /provider_error: 500 Internal error\n/],
  ])('--llm says what kept the LLM from answering: %j', async (status, error, problem) => {
    const llm = await startLlm((_, response) => sendJson(response, status, { error }));
    onTestFinished(() => llm.close());
    const env = { SENTRY_LLM_API_KEY: 'a-wrong-key', SENTRY_LLM_BASE_URL: llm.baseURL };
    const args = ['classify', 'the assistant gave up', '--llm', '--json'];
    const { stdout, stderr, exitCode } = await runCommandLine(args, { env });
    expect(JSON.parse(stdout)).toMatchObject({ category: 'unknown_error', skipped: 'failed' });
    expect(stderr).toMatch(problem);
    expect(exitCode).toBe(1);
  });

  test('--llm says why nobody can be reached', async () => {
    const { url, close } = await listen(() => {});
    await close();
    const { stderr, exitCode } = await runCommandLine(['classify', 'it gave up', '--llm'], {
      env: { SENTRY_LLM_BASE_URL: `${url}/v1` },
    });
    expect(stderr).toMatch(/^error: the LLM gave no answer: .*\(ECONNREFUSED\)\n/);
    expect(exitCode).toBe(1);
  });

  test.each([
    ['SENTRY_LLM_BASE_URL', 'http://me:swordfish@localhost/v1', 'before the @'],
    ['SENTRY_LLM_API_KEY', 'swordfish\nswordfish', 'a line break'],
  ])('--llm refuses %s=%j without printing what is secret', async (name, value, problem) => {
    const { stdout, stderr, exitCode } = await runCommandLine(['classify', 'x', '--llm'], {
      env: { [name]: value },
    });
    expect(stderr).toContain(problem);
    expect(stderr).not.toContain('swordfish');
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 });
  });

  test.each([
    ['an empty message', ['classify', ' '], undefined],
    ['empty standard input', ['classify'], ''],
    ['a status that is none', ['classify', 'x', '--status', '42'], undefined],
    ['--llm without an endpoint', ['classify', 'x', '--llm'], undefined],
  ])('refuses %s', async (_, args, input) => {
    const { stdout, stderr, exitCode } = await runCommandLine(
      args,
      input === undefined ? {} : { input },
    );
    expect(stderr).toMatch(/^error: [^\n]+\n$/);
    expect(stdout).toBe('');
    expect(exitCode).toBe(2);
  });

  test('survives nonsense', async () => {
    const { stdout, exitCode } = await runCommandLine(['classify', '--json'], {
      input: NONSENSE,
    });
    expect(JSON.parse(stdout)).toHaveProperty('category');
    expect(exitCode).toBe(0);
  });
});

describe('eval', () => {
  const RECORDS = [
    // Decided, right
    {
      id: 'r1',
      type: 'RateLimitError',
      value: '429 slow down',
      status: 429,
      modules: ['openai'],
      label: 'rate_limit_error',
    },
    // Decided, right by its alternative
    {
      id: 'r2',
      type: 'Error',
      value: '402 pay',
      status: 402,
      modules: ['openai'],
      label: 'rate_limit_error',
      alt: ['quota_exceeded_error'],
    },
    // Decided by the code of its cause
    {
      id: 'r3',
      type: 'Error',
      value: 'it broke',
      cause: { type: 'Error', value: 'connect', code: 'ECONNREFUSED' },
      modules: ['openai'],
      label: 'api_connection_error',
    },
    // Decided, wrong
    {
      id: 'w1',
      type: 'Error',
      value: '429 slow down',
      status: 429,
      modules: ['openai'],
      label: 'provider_error',
    },
    // Nothing known
    {
      id: 'u1',
      type: 'Error',
      value: 'the assistant gave up',
      modules: ['openai'],
      label: 'unknown_error',
    },
    // `provider` is a label: nothing that the application sees tells of an LLM
    {
      id: 'g1',
      type: 'Error',
      value: 'Too many requests',
      provider: 'bedrock',
      label: 'rate_limit_error',
    },
    // Ordinary: left alone, and mistaken
    { id: 'o1', type: 'TypeError', value: 'x is not a function', modules: ['.'], label: 'not_ai' },
    { id: 'o2', type: 'Error', value: '429', status: 429, modules: ['openai'], label: 'not_ai' },
  ];

  test('counts what the rules and the gate did', async () => {
    const file = await corpusOf('counts.jsonl', linesOf(RECORDS));
    const { stdout, stderr, exitCode } = await runCommandLine(['eval', file, '--json']);
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({
      errors: 8,
      accuracy: { count: 4, of: 6, share: 4 / 6 },
      precision: { count: 3, of: 5 },
      coverage: { count: 4, of: 6 },
      gateRecall: { count: 5, of: 6 },
      ordinaryMistaken: { count: 1, of: 2 },
      confusion: {
        provider_error: { rate_limit_error: 1 },
        not_ai: { not_ai: 1, rate_limit_error: 1 },
      },
    });
    expect(report.misses.map(({ line, id }: { line: number; id: string }) => [line, id])).toEqual([
      [4, 'w1'],
      [6, 'g1'],
      [8, 'o2'],
    ]);
    const banded = report.calibration.map(({ of }: { of: number }) => of);
    expect(banded.reduce((sum: number, of: number) => sum + of)).toBe(6);
    expect(report).not.toHaveProperty('stats');
    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
  });

  test('prints tables and the misses', async () => {
    const file = await corpusOf('tables.jsonl', linesOf(RECORDS));
    const { stdout } = await runCommandLine(['eval', file]);
    expect(stdout).toMatch(/^accuracy +66\.7 % +4 of 6 /m);
    expect(stdout).toMatch(/^precision of the rules +60\.0 % +3 of 5 /m);
    expect(stdout).toMatch(/^coverage of the rules +66\.7 % +4 of 6 /m);
    expect(stdout).toMatch(/^gate recall +83\.3 % +5 of 6 /m);
    expect(stdout).toMatch(/^ordinary errors mistaken +50\.0 % +1 of 2 /m);
    expect(stdout).toMatch(/^line 6 g1 +rate_limit_error +not_ai .*Error: Too many requests$/m);
  });

  test('--llm asks about what no rule decides, and tells what that took', async () => {
    const { llm, env } = await llmEnvironment();
    const file = await corpusOf('llm.jsonl', linesOf(RECORDS));
    const { stdout } = await runCommandLine(['eval', file, '--llm', '--json'], { env });
    expect(llm.requests.flatMap(({ errors }) => errors.map(({ message }) => message))).toEqual([
      'the assistant gave up',
    ]);
    expect(JSON.parse(stdout)).toMatchObject({
      confusion: { unknown_error: { provider_error: 1 } },
      stats: { requests: 1, tokensIn: 500, tokensOut: 60, llm: 1 },
    });
    const printed = await runCommandLine(['eval', file, '--llm'], { env });
    expect(printed.stdout).toMatch(/^tokens in +500$/m);
    expect(printed.stdout).toMatch(/^cost +no price known$/m);
    const priced = { ...env, SENTRY_LLM_MODEL: 'gpt-4.1-mini' };
    const inDollars = await runCommandLine(['eval', file, '--llm'], { env: priced });
    expect(inDollars.stdout).toMatch(/^cost +\$0\.0003$/m);
  });

  test('takes blank lines, a byte order mark, CRLF and null for what is absent', async () => {
    const record = {
      type: 'Error',
      value: '429',
      status: null,
      code: null,
      cause: null,
      modules: null,
      alt: null,
      label: 'not_ai',
    };
    const file = await corpusOf('odd.jsonl', `\uFEFF${JSON.stringify(record)}\r\n\r\n\r\n`);
    const { stdout, exitCode } = await runCommandLine(['eval', file, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ errors: 1, accuracy: { of: 0, share: null } });
    expect(exitCode).toBe(0);
  });

  test('--llm says what kept the LLM from answering, below the report', async () => {
    const llm = await startLlm((_, response) =>
      sendJson(response, 429, { error: { message: 'No credit', code: 'insufficient_quota' } }),
    );
    onTestFinished(() => llm.close());
    const file = await corpusOf('no-credit.jsonl', linesOf(RECORDS));
    const { stdout, stderr, exitCode } = await runCommandLine(['eval', file, '--llm'], {
      env: { SENTRY_LLM_API_KEY: 'test-key', SENTRY_LLM_BASE_URL: llm.baseURL },
    });
    expect(stdout).toMatch(/^errors not answered +failed 1$/m);
    expect(stderr).toMatch(/^error: the LLM gave no answer: quota_exceeded_error: .*\nAdd credit/);
    expect(exitCode).toBe(1);
  });

  const good = JSON.stringify(RECORDS[0]);
  test.each([
    ['what is not JSON', `${good}\n{"type":`, /:2: not JSON: /],
    ['a field that is missing', `${good}\n\n{"type":"Error","label":"not_ai"}`, /:3: value: /],
    [
      'an unknown label',
      '{"type":"E","value":"x","label":"gremlins"}',
      /:1: label: .*"rate_limit_error"/,
    ],
    [
      'a status in words',
      '{"type":"E","value":"x","label":"not_ai","status":"429"}',
      /:1: status: /,
    ],
    ['a list in place of a record', '[]', /:1: /],
    ['an empty file', '', /no record/],
    ['binary data', NONSENSE, /:\d+: /],
  ])('refuses %s and says where', async (name, content, problem) => {
    const file = await corpusOf(`${name}.jsonl`, content);
    const { stdout, stderr, exitCode } = await runCommandLine(['eval', file]);
    expect(stderr).toMatch(/^error: [^\n]+\n$/);
    expect(stderr).toContain(file);
    expect(stderr).toMatch(problem);
    expect(stdout).toBe('');
    expect(exitCode).toBe(2);
  });

  test.each([
    ['a file that is not there', () => join(folder, 'nothing.jsonl'), /no such file/],
    ['a folder', () => folder, /directory/],
  ])('refuses %s', async (_, path, problem) => {
    const { stderr, exitCode } = await runCommandLine(['eval', path()]);
    expect(stderr).toMatch(problem);
    expect(exitCode).toBe(2);
  });

  test('ends quietly when its reader has seen enough', async () => {
    const miss = RECORDS[3] ?? {};
    // More than any pipe holds
    const file = await corpusOf('many.jsonl', linesOf(Array.from({ length: 20_000 }, () => miss)));
    const child = spawn(process.execPath, [commandLine, 'eval', file]);
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const [exitCode] = await once(child, 'close');
    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
  });

  const hasTerminal = spawnSync('script', ['--version']).status === 0;
  if (!hasTerminal)
    console.log('No `script` here to make a terminal; the progress bar is not tested.');
  test.runIf(hasTerminal)('draws its progress on a terminal', async () => {
    const file = await corpusOf('progress.jsonl', linesOf(RECORDS));
    const command = `'${process.execPath}' '${commandLine}' eval '${file}' > /dev/null`;
    const child = spawn('script', ['-qec', command, '/dev/null'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let screen = '';
    child.stdout.on('data', (chunk) => {
      screen += chunk;
    });
    await once(child, 'close');
    expect(screen).toMatch(/█.* \d+ %/);
  });
});
