import { sendJson } from '../../local/loopback.js';
import type { Vendor } from './vendor.js';

/** A company's own LLM gateway. It passes on what went wrong in its own words, without a code. */
export const gateway: Vendor = (_call, response) =>
  sendJson(response, 400, {
    error: { message: 'Upstream could not continue this conversation after turn 3.' },
  });
