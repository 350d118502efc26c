import { createClassifier } from '../../createClassifier.js';
import { type Finding, fail } from './finding.js';
import { quote, reasonOf } from './foreign.js';

/** Which line a failed question belongs to, by the category that the rules find for it, and what to do here. */
const TROUBLES: Readonly<Record<string, { check: string; advice: string }>> = {
  authentication_error: {
    check: 'LLM key',
    advice:
      'Check SENTRY_LLM_API_KEY (or HOLYSHEEP_API_KEY): it must belong to this endpoint, be complete and not revoked.',
  },
  quota_exceeded_error: {
    check: 'LLM key',
    advice: 'Add credit to the account of this key; until then rules decide alone.',
  },
  api_connection_error: {
    check: 'LLM endpoint',
    advice: 'Check SENTRY_LLM_BASE_URL, the network and the proxy; a local server must be running.',
  },
  invalid_request_error: {
    check: 'LLM model',
    advice: 'Set SENTRY_LLM_MODEL to a model that this endpoint offers to this key.',
  },
};

/** The integration's own rules say what went wrong with its own question. */
export async function explainTrouble(error: unknown): Promise<Finding> {
  const classifier = createClassifier({ llm: false, scope: 'all' });
  const { category, suggestion } = await classifier.classify(error);
  classifier.close();
  const trouble = TROUBLES[category];
  const said = quote(error);
  // The openai package only says that the connection failed; why is in the cause.
  const reason = category === 'api_connection_error' ? reasonOf(error) : said;
  return fail(
    trouble?.check ?? 'LLM answer',
    `${category}: ${said}${reason === said ? '' : ` (${reason})`}`,
    trouble?.advice ?? suggestion,
  );
}
