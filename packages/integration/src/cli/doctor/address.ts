import { type Finding, fail } from './finding.js';
import { quoteAddress } from './foreign.js';

/** What is wrong with a base URL that can be told without asking. */
export function checkAddress(baseURL: string): Finding | undefined {
  const { username, password, search, pathname } = new URL(baseURL);
  const wrong = (what: string, advice: string) =>
    fail('LLM endpoint', `${quoteAddress(baseURL)} ${what}`, advice);
  if (username || password) {
    return wrong(
      'is given with a user name or password, and no request can be made so',
      'Take what stands before the @ out of SENTRY_LLM_BASE_URL. A key goes into SENTRY_LLM_API_KEY, another kind of login into llm.headers.',
    );
  }
  if (search) {
    return wrong(
      'is given with a query, and every path would be put behind it',
      'Take what stands from the ? on out of SENTRY_LLM_BASE_URL. A key goes into SENTRY_LLM_API_KEY; for other parameters give llm.client.',
    );
  }
  if (/\/chat\/completions\/?$/.test(pathname)) {
    return wrong(
      'ends in /chat/completions, which is put behind it once more',
      'Take /chat/completions out of SENTRY_LLM_BASE_URL: it usually ends in /v1.',
    );
  }
  return undefined;
}
