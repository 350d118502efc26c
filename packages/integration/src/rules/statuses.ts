/**
 * Statuses under which gateways and local servers report anything: what counts is what they say.
 * `'none'` too: the status did not survive, or the error came inside a stream that had begun with 200.
 */
export const VAGUE = ['none', 400, 403, 404, 409, 412, 422, 424, 500, 502, 503] as const;
