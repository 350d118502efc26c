import { get } from 'node:http';
import { connect } from 'node:net';
import OpenAI from 'openai';
import * as network from './bodies/network.js';
import * as openai from './bodies/openai.js';
import * as answers from './bodies/openaiAnswers.js';
import { type Endpoint, type Failure, rowOf } from './cell.js';
import { startProvider } from './provider.js';

const ordinary = (failure: Failure): Failure => ({ ...failure, means: undefined });

const getReport = ({ url, timeoutMs }: Endpoint) =>
  fetch(`${url}/report`, { signal: AbortSignal.timeout(timeoutMs) });

const getOrders = ({ url }: Endpoint) =>
  new Promise((resolve, reject) => {
    get(`${url}/orders`, resolve).on('error', reject);
  });

/** An application that tells nothing but the status. */
async function buildReport({ url }: Endpoint): Promise<unknown> {
  const response = await fetch(`${url}/orders`);
  throw new Error(`Report failed: HTTP ${response.status}`);
}

/** The LLM's refusal is forgiven; what comes next is not. */
async function goOnWithout({ url }: Endpoint): Promise<unknown> {
  await fetch(`${url}/v1/chat/completions`, { method: 'POST' });
  throw new Error('Checkout failed: HTTP 402');
}

/** The status of the LLM's refusal is by chance that of the application's own answer. */
async function showPage({ url }: Endpoint): Promise<unknown> {
  await fetch(`${url}/v1/chat/completions`, { method: 'POST' });
  throw Object.assign(new Error('No such page'), { status: 404 });
}

/** What else went wrong ends the call, too. */
async function giveUpForAReason({ url }: Endpoint): Promise<unknown> {
  const controller = new AbortController();
  setTimeout(() => controller.abort(new RangeError('Invalid time value')), 50);
  return fetch(`${url}/v1/chat/completions`, { method: 'POST', signal: controller.signal });
}

/** Both throw the same object: whose it is nobody can tell. */
function giveBothUp({ url, timeoutMs }: Endpoint): Promise<unknown> {
  const signal = AbortSignal.timeout(timeoutMs);
  const paths = ['orders', 'v1/chat/completions'];
  return Promise.all(paths.map((path) => fetch(`${url}/${path}`, { signal })));
}

/** What a database's driver does. */
async function connectToNobody(): Promise<unknown> {
  const nobody = await startProvider('refuses');
  return new Promise((resolve, reject) => {
    connect(Number(new URL(nobody.url).port), '127.0.0.1', () => resolve(undefined)).on(
      'error',
      reject,
    );
  });
}

/** Failures of others, as near to those of an LLM as they come. */
export const ordinaryCells = [
  ...rowOf('fetch of something else', undefined, getReport, [
    ordinary(network.hangs),
    ordinary(network.refused),
    ordinary(network.reset),
  ]),
  ...rowOf('node:http to something else', undefined, getOrders, [
    ordinary(network.refused),
    ordinary(network.reset),
  ]),
  ...rowOf('something else, told by status', undefined, buildReport, [
    ordinary(openai.tokensPerMinute),
  ]),
  ...rowOf('something else after a refused call', undefined, goOnWithout, [
    ordinary(openai.tokensPerMinute),
  ]),
  ...rowOf('a page that is not there after a refused call', undefined, showPage, [
    ordinary(openai.unknownModel),
  ]),
  ...rowOf('aborted for a reason of its own', undefined, giveUpForAReason, [
    ordinary(network.hangs),
  ]),
  ...rowOf('two requests that one signal ends', undefined, giveBothUp, [ordinary(network.hangs)]),
  ...rowOf(
    'a database after a good answer',
    undefined,
    async ({ url }) => {
      const client = new OpenAI({ apiKey: 'sk-test', baseURL: `${url}/v1`, maxRetries: 0 });
      await client.chat.completions.create({ model: 'gpt-4o', messages: [] });
      return connectToNobody();
    },
    [{ ...answers.emptyAnswer, name: 'connection refused', means: undefined }],
  ),
];
