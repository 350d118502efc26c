// Saves the pictures of two examples for the documentation: docs/spotlight-express.png and
// docs/spotlight-langchain.png. Needs Chromium in /usr/bin/chromium.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { environmentOf, startProvider } from './provider.js';
import { takeScreenshot } from './screenshot.js';
import { startSpotlight } from './spotlight.js';

const spotlight = await startSpotlight();
const provider = await startProvider();
try {
  await talkToChat();
  await save('rate_limit_error', 'spotlight-express.png', 1180);
  await once(start('langchain-worker', 'worker.ts'), 'close');
  await save('response_quality_error', 'spotlight-langchain.png');
} finally {
  await Promise.all([provider.close(), spotlight.close()]);
}

function start(example: string, program: string) {
  return spawn('node', ['--import', 'tsx', '--import', './instrument.ts', program], {
    cwd: fileURLToPath(new URL(`../${example}`, import.meta.url)),
    env: { ...process.env, ...environmentOf(provider), SENTRY_DSN: spotlight.dsn, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function talkToChat(): Promise<void> {
  const chat = start('express-chat', 'server.ts');
  const [line] = await once(createInterface({ input: chat.stdout }), 'line');
  const response = await fetch(line.replace('Chat at ', ''), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ messages: [{ role: 'user', content: 'Is there a rate limit?' }] }),
  });
  await response.text();
  while (spotlight.received.length === 0) await setTimeout(100);
  chat.kill();
}

async function save(category: string, file: string, height?: number): Promise<void> {
  const event = spotlight.received.findLast(({ tags }) => tags?.ai_error_category === category);
  const path = fileURLToPath(new URL(`../../../docs/${file}`, import.meta.url));
  await takeScreenshot(spotlight.eventPage(event?.event_id ?? ''), path, height);
  console.log(`Saved ${path}`);
}
