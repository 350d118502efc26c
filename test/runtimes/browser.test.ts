import { existsSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { classificationOf } from '../helpers/application.js';
import { startIngest } from '../helpers/ingest.js';
import { startLlm } from '../helpers/llm.js';
import { listen, readBody } from '../helpers/server.js';

const CHROMIUM = '/usr/bin/chromium';
if (!existsSync(CHROMIUM)) console.log(`skipped: there is no ${CHROMIUM} on this machine`);
const inChromium = test.runIf(existsSync(CHROMIUM));

let browser: Browser;
/** Path → script: the page's own, and what it loads later. */
let scripts: Map<string, string>;
beforeAll(async () => {
  if (!existsSync(CHROMIUM)) return;
  scripts = await bundlePage();
  browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}, 60_000);
afterAll(() => browser?.close());

async function bundlePage(): Promise<Map<string, string>> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../fixtures/page.mjs', import.meta.url))],
    bundle: true,
    splitting: true,
    format: 'esm',
    outdir: '/',
    entryNames: '[name]',
    chunkNames: '[name]-[hash]',
    write: false,
    logLevel: 'error',
  });
  return new Map(outputFiles.map(({ path, text }) => [`/${basename(path)}`, text]));
}

/** A site with the page, and with a route to the LLM that holds the key; and what it need not serve. */
async function openPage(
  route: string,
  isMissing: (path: string) => boolean = () => false,
  prepare = '',
) {
  const ingest = await startIngest();
  const llm = await startLlm();
  const asked: IncomingHttpHeaders[] = [];
  const served: string[] = [];
  const site = await listen(async (request, response) => {
    const path = request.url?.split('?')[0];
    const script = path !== undefined && !isMissing(path) && scripts.get(path);
    if (script) {
      response.setHeader('content-type', 'text/javascript');
      served.push(path);
      return response.end(script);
    }
    if (path === '/') {
      response.setHeader('content-security-policy', "script-src 'self'");
      response.setHeader('content-type', 'text/html');
      return response.end('<!doctype html><script type="module" src="page.js"></script>');
    }
    if (path !== '/llm/chat/completions') return response.writeHead(404).end();
    asked.push(request.headers);
    const answer = await fetch(`${llm.baseURL}/chat/completions`, {
      method: 'POST',
      headers: { authorization: 'Bearer server-key' },
      body: await readBody(request),
    });
    response.setHeader('content-type', 'application/json');
    response.end(await answer.text());
  });
  const page = await browser.newPage();
  onTestFinished(async () => {
    await page.close();
    await site.close();
    await llm.close();
    await ingest.close();
  });
  await page.addInitScript(prepare);
  await page.goto(`${site.url}/?${new URLSearchParams({ dsn: ingest.dsn, route })}`);
  return { ingest, llm, asked, served, page };
}

inChromium(
  'without a route rules decide, and the page asks nobody',
  async () => {
    const { ingest, asked, served, page } = await openPage('');
    const events = await ingest.arrived(2);
    const classified = events.map((event) => classificationOf(event));
    expect(classified.map((each) => each?.source).sort()).toEqual(['fallback', 'rules']);
    expect(classified.map((each) => each?.category)).toContain('rate_limit_error');
    expect(asked).toEqual([]);
    expect(served.filter((path) => path.startsWith('/stations'))).toHaveLength(1);
    // A page need not allow `unsafe-eval`.
    expect(await page.evaluate('window.violations')).toEqual([]);
  },
  60_000,
);

inChromium(
  'a page whose Promise is its own, as with zone.js',
  async () => {
    const own = 'globalThis.Promise = class OwnPromise extends Promise {}';
    const { ingest } = await openPage('', undefined, own);
    const events = await ingest.arrived(2);
    const categories = events.map((event) => classificationOf(event)?.category);
    expect(categories).toContain('rate_limit_error');
  },
  60_000,
);

inChromium(
  'a route of the server asks the LLM, and no key is in the page',
  async () => {
    const { ingest, llm, asked } = await openPage('/llm');
    const events = await ingest.arrived(2);
    const classified = events.map((event) => classificationOf(event));
    expect(classified.map((each) => each?.source).sort()).toEqual(['llm', 'rules']);
    expect(llm.requests.map(({ headers }) => headers.authorization)).toEqual(['Bearer server-key']);
    expect(asked).toHaveLength(1);
    expect(asked[0]?.authorization).toBe('Bearer none');
    expect(asked[0]).not.toHaveProperty('sentry-trace');
    expect(asked[0]).not.toHaveProperty('baggage');
    expect(JSON.stringify(events)).not.toContain('/llm/chat/completions');
  },
  60_000,
);

inChromium(
  'where the rules cannot be loaded, errors arrive as they were',
  async () => {
    const { ingest, served } = await openPage('', (path) => path.startsWith('/stations'));
    const events = await ingest.arrived(2);
    expect(events.map((event) => event.exception?.values?.[0]?.value)).toHaveLength(2);
    expect(events.map((event) => classificationOf(event))).toEqual([undefined, undefined]);
    expect(served).toContain('/page.js');
  },
  60_000,
);

inChromium.each(['desk', 'openai'])(
  'where %s cannot be loaded once, the next error asks',
  async (chunk) => {
    let isOffline = true;
    const { ingest, page } = await openPage(
      '/llm',
      (path) => isOffline && path.startsWith(`/${chunk}`),
    );
    const events = await ingest.arrived(2);
    const classified = events.map((event) => classificationOf(event));
    expect(classified.map((each) => each?.skipped)).toContain('failed');
    isOffline = false;
    await page.evaluate('fail("asked again")');
    await ingest.arrived(3);
    expect(classificationOf(ingest.events[2])?.source).toBe('llm');
  },
  60_000,
);
