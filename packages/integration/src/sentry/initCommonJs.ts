/** `init` for `node --require`, which waits for no promise: `@sentry/node` is loaded at once. */
import type * as SentryNode from '@sentry/node';
import { initialise, withoutSentry } from './initialise.js';

declare const require: (name: '@sentry/node') => typeof SentryNode;

let sentry: typeof SentryNode | undefined;
try {
  sentry = require('@sentry/node');
} catch (error) {
  withoutSentry(error);
}
if (sentry) initialise(sentry);
