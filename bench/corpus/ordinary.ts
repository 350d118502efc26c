import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { z } from 'zod';

const nothing = undefined as unknown as { title: string };

/** Errors of any application, which are to be left alone. `closed` is an address where nobody listens. */
export const ORDINARY: readonly ((closed: string) => unknown)[] = [
  () => nothing.title,
  () => JSON.parse('<!doctype html>'),
  () => JSON.parse('{"a":'),
  () => new URL('not an address'),
  () => decodeURIComponent('%'),
  () => new Array(-1),
  () => structuredClone(() => {}),
  () => BigInt('one'),
  () => Buffer.alloc(-1),
  () => (1).toFixed(200),
  () => readFileSync('/nowhere/prompt.txt'),
  () => createRequire('/app/index.js')('openai-helpers'),
  () => execFileSync('no-such-program'),
  () => promisify(gunzip)(Buffer.from('no gzip')),
  (closed) => fetch(closed),
  (closed) => fetch(closed.replace('http', 'gopher')),
  () => setTimeout(1000, undefined, { signal: AbortSignal.timeout(1) }),
  () => z.object({ model: z.string() }).parse({ model: 7 }),
  () => z.array(z.url()).parse(['x']),
  () => Promise.any([Promise.reject(new Error('first mirror is down'))]),
  () => Promise.reject(new Error('Too many login attempts, try again in 60 seconds')),
  () => Promise.reject(new Error('Invoice 4711: the monthly limit of the card is reached')),
  () => Promise.reject(new Error('Session token expired')),
  () => Promise.reject(Object.assign(new Error('Payment required'), { status: 402 })),
  () => Promise.reject(Object.assign(new Error('Forbidden'), { status: 403 })),
];
