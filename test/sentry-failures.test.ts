import type { ServerResponse } from 'node:http';
import { describe, expect, test, vi } from 'vitest';
import { runCommandLine } from './helpers/commandLine.js';
import { sendJson } from './helpers/llm.js';
import { startSentryApi, TOKEN } from './helpers/sentryApi.js';
import { listen } from './helpers/server.js';

const commands = ['dashboard', 'alerts'];

async function create(
  command: string,
  url: string,
  { org = 'acme', project = 'web', token = TOKEN } = {},
) {
  const args = ['--create', '--org', org, '--project', project, '--self-hosted', url];
  const { stdout, stderr, exitCode } = await runCommandLine([command, ...args], {
    env: { SENTRY_AUTH_TOKEN: token },
  });
  expect(stdout + stderr).not.toContain(token);
  // One error, not a stack trace
  expect(stderr).toMatch(/^error: /);
  expect(stderr).not.toContain('    at ');
  expect(stdout).toBe('');
  return { stderr, exitCode };
}

type Refusal = (response: ServerResponse) => void;

const says =
  (status: number, body: unknown, headers: Record<string, string> = {}): Refusal =>
  (response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    sendJson(response, status, body);
  };

// A run of the command line takes longer than a test usually does where much else is running.
vi.setConfig({ testTimeout: 60_000 });

describe('a refusal of Sentry is told with what to do', () => {
  test.each<[string, Refusal, RegExp]>([
    [
      'a refused request, with what Sentry says about which field',
      says(400, { widgets: [{}, { queries: [{ conditions: ['Invalid search'] }] }] }),
      /answers 400: widgets\[1\]\.queries\[0\]\.conditions: Invalid search\nThis Sentry may be older or newer/,
    ],
    [
      'a refused token',
      says(401, { detail: 'Invalid token' }),
      /401: Invalid token\n.*Make one at/,
    ],
    [
      'a token that may not do it',
      says(403, { detail: 'You do not have permission' }),
      /403: You do not have permission\n.*scopes org:read, alerts:read and alerts:write/,
    ],
    [
      'a conflict',
      says(409, { detail: 'That title is taken' }),
      /409: That title is taken\n.*Run the/,
    ],
    ['too many requests', says(429, {}, { 'retry-after': '17' }), /again in 17 s/],
    [
      'too many requests, told Sentry’s way',
      says(429, {}, { 'x-sentry-rate-limit-reset': '1893456000' }),
      /again after 2030-01-01T00:00:00/,
    ],
    ['an outage', says(503, { detail: 'maintenance' }), /503: maintenance\nTry again later/],
    [
      'a web page in place of the API',
      (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Hello'),
      /answers with a web page \(200\).*Check --self-hosted/,
    ],
    [
      'a redirect',
      (response) => response.writeHead(302, { location: 'https://elsewhere.example' }).end(),
      /redirects to https:\/\/elsewhere\.example\. Give the final address/,
    ],
    [
      'an error that quotes the token',
      says(400, { detail: `What is ${TOKEN}?` }),
      /400: What is \[secret\]\?/,
    ],
  ])('%s', async (_, refuse, message) => {
    const sentry = await startSentryApi(({ method }, response) => {
      if (method === 'GET') return false;
      refuse(response);
      return true;
    });
    const { stderr, exitCode } = await create('dashboard', sentry.url);
    expect(stderr).toMatch(message);
    expect(exitCode).toBe(1);
  });

  test('a wrong token', async () => {
    const sentry = await startSentryApi();
    const { stderr } = await create('dashboard', sentry.url, { token: 'not-the-right-token' });
    expect(stderr).toMatch(/401: Invalid token/);
  });
});

describe.each(commands)('%s --create tells what is wrong and what to do', (command) => {
  test('a refused request', async () => {
    const sentry = await startSentryApi(({ method }, response) => {
      if (method === 'GET') return false;
      says(403, { detail: 'You do not have permission' })(response);
      return true;
    });
    const { stderr, exitCode } = await create(command, sentry.url);
    expect(stderr).toContain('403: You do not have permission');
    expect(exitCode).toBe(1);
  });

  test('an organisation that is not there', async () => {
    const sentry = await startSentryApi();
    const { stderr, exitCode } = await create(command, sentry.url, { org: 'acne' });
    expect(stderr).toMatch(/no organisation “acne” at .*Check the spelling of --org/);
    expect(exitCode).toBe(1);
  });

  test('a project that is not there', async () => {
    const sentry = await startSentryApi();
    const { stderr, exitCode } = await create(command, sentry.url, { project: 'wep' });
    expect(stderr).toMatch(/no project “wep” .*Check --project/);
    expect(exitCode).toBe(1);
  });

  test('nobody there', async () => {
    const { url, close } = await listen(() => {});
    await close();
    const { stderr, exitCode } = await create(command, url);
    expect(stderr).toMatch(/cannot be reached \(ECONNREFUSED\)\. Check the network/);
    expect(exitCode).toBe(1);
  });
});

describe('wrong usage is told and exits with 2', () => {
  const all = ['--create', '--org', 'acme', '--project', 'web'];
  const env = { SENTRY_AUTH_TOKEN: TOKEN };
  test.each<[string, string[], Record<string, string>, string]>([
    ['without --org', ['--create', '--project', 'web'], env, '--create needs --org'],
    ['without --project', ['--create', '--org', 'acme'], env, '--create needs --project'],
    ['without a token', all, {}, 'SENTRY_AUTH_TOKEN'],
    ['with two lines as a token', all, { SENTRY_AUTH_TOKEN: 'two\nlines' }, 'no token has'],
    ['with what is no address', [...all, '--self-hosted', 'sentry'], env, 'not an http(s) address'],
    ['with --org alone', ['--org', 'acme'], env, '--org needs --create'],
    ['with --project alone', ['--project', 'web'], env, '--project needs --create'],
    ['with --self-hosted alone', ['--self-hosted', 'no'], env, '--self-hosted needs --create'],
    ['with an unknown option', ['--crate'], env, "unknown option '--crate'"],
  ])('%s', async (_, args, variables, message) => {
    for (const command of commands) {
      const { stdout, stderr, exitCode } = await runCommandLine([command, ...args], {
        env: variables,
      });
      expect(stderr).toContain(message);
      expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 });
    }
  });

  test.each(commands)(
    'but %s prints whatever the environment holds for others',
    async (command) => {
      const { stdout, stderr, exitCode } = await runCommandLine([command], {
        env: { SENTRY_ORG: 'acme', SENTRY_PROJECT: 'web', SENTRY_URL: 'nonsense' },
      });
      expect(JSON.parse(stdout)).toBeTruthy();
      expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
    },
  );
});
