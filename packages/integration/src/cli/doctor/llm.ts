import type { Endpoint } from '../../options/environment.js';
import type { Settings } from '../../options/settings.js';
import { isSendable } from '../secrets.js';
import { type Finding, fail, ok, warn } from './finding.js';
import { oneLine, quote, quoteAddress } from './foreign.js';
import { listModels, type ModelList } from './models.js';
import { type Trial, tryQuestion } from './question.js';
import { explainTrouble } from './trouble.js';

/** Asks the endpoint what it is and one question. One line for each thing that can be wrong. */
export async function checkLlm(endpoint: Endpoint, settings: Settings): Promise<Finding[]> {
  const address = quoteAddress(endpoint.baseURL);
  const [model = ''] = endpoint.models;
  if (!isSendable(endpoint.apiKey)) {
    return [
      fail(
        'LLM key',
        'holds what no key has: a space, a line break or a typographic quote',
        'Copy it again into SENTRY_LLM_API_KEY (or HOLYSHEEP_API_KEY).',
      ),
    ];
  }
  const list = await listModels(endpoint);
  if (list.kind === 'unreachable') {
    return [
      fail(
        'LLM endpoint',
        `${address} cannot be reached (${list.reason})`,
        'Check SENTRY_LLM_BASE_URL, the network, the proxy and TLS; a local server must be running.',
      ),
    ];
  }
  if (list.kind === 'web page') {
    return [
      fail(
        'LLM endpoint',
        `${address} answers with a web page`,
        'Check SENTRY_LLM_BASE_URL: it usually ends in /v1.',
      ),
    ];
  }
  let trial: Trial;
  try {
    trial = await tryQuestion(endpoint, model);
  } catch (error) {
    if (list.kind === 'none' && isNothingThere(error)) {
      return [
        fail(
          'LLM endpoint',
          `${address} has no /chat/completions (404)`,
          'Check SENTRY_LLM_BASE_URL: it usually ends in /v1.',
        ),
      ];
    }
    const trouble = await explainTrouble(error);
    if (trouble.check === 'LLM endpoint') return [trouble];
    const reached = ok('LLM endpoint', `${address} answers`);
    const isKnown = list.kind !== 'list' || list.names.includes(model);
    return trouble.check === 'LLM key' || isKnown
      ? [reached, trouble]
      : [reached, unknownModel(model, list.names)];
  }
  return [
    ok('LLM endpoint', `${address} answers`),
    ok('LLM key', endpoint.apiKey === 'none' ? 'none is needed' : 'accepted'),
    ok('LLM model', describeModel(model, list)),
    checkAnswer(trial),
    checkFormat(trial),
    checkLatency(trial, settings.maxWaitMs),
    checkBudget(trial, settings.budget),
  ];
}

/** An endpoint that lacks the model says so; a server that lacks the path does not speak of models. */
function isNothingThere(error: unknown): boolean {
  const { status, message } = error as { status?: number; message?: string };
  return status === 404 && !/model/i.test(message ?? '');
}

function unknownModel(model: string, names: readonly string[]): Finding {
  const some = names.slice(0, 5).map(oneLine).join(', ');
  return fail(
    'LLM model',
    `${model} is not among the ${names.length} that the endpoint offers`,
    `Set SENTRY_LLM_MODEL to one of them${some && `: ${some}${names.length > 5 ? ' …' : ''}`}`,
  );
}

function describeModel(model: string, list: ModelList): string {
  if (list.kind !== 'list') return model;
  const { names } = list;
  return names.includes(model)
    ? `${model}, one of ${names.length} offered`
    : `${model} answers, though it is not listed`;
}

function checkAnswer({ isUsable, content }: Trial): Finding {
  if (isUsable) return ok('LLM answer', 'classified a made-up error');
  return content
    ? fail(
        'LLM answer',
        `is not a classification: ${quote(content)}`,
        'Choose a model that follows instructions, with SENTRY_LLM_MODEL.',
      )
    : fail(
        'LLM answer',
        'is empty',
        'Check that SENTRY_LLM_BASE_URL is of an OpenAI-compatible API (it usually ends in /v1), or choose another model with SENTRY_LLM_MODEL.',
      );
}

function checkFormat({ abilities }: Trial): Finding {
  switch (abilities.format) {
    case 'json_schema':
      return ok('JSON mode', 'strict schema');
    case 'json_object':
      return ok('JSON mode', 'JSON without a schema');
    case 'none':
      return warn(
        'JSON mode',
        'refused; answers are read all the same, where they are JSON',
        'Choose a model or server with JSON mode for fewer fallbacks.',
      );
  }
}

function checkLatency({ tookMs }: Trial, maxWaitMs: number): Finding {
  return tookMs <= maxWaitMs
    ? ok('Latency', `${tookMs} ms of maxWaitMs (${maxWaitMs} ms)`)
    : warn(
        'Latency',
        `${tookMs} ms is longer than maxWaitMs (${maxWaitMs} ms)`,
        'Events leave with their fallback, and answers only fill the cache. Choose a faster model or raise maxWaitMs.',
      );
}

/** What one error costs, against what may be spent. */
function checkBudget(
  { tokens }: Trial,
  { requestsPerMinute, tokensPerDay }: Settings['budget'],
): Finding {
  if (tokens === 0) {
    return warn(
      'Budget',
      'the endpoint does not tell what a request costs, so tokensPerDay cannot hold',
      'Rely on requestsPerMinute, or set a spending limit at the provider.',
    );
  }
  const requests = Math.floor(tokensPerDay / tokens);
  const told = `${tokens} tokens a question; tokensPerDay (${tokensPerDay}) is enough for ${requests}`;
  return requests >= requestsPerMinute
    ? ok('Budget', told)
    : warn(
        'Budget',
        told,
        `At requestsPerMinute (${requestsPerMinute}) that is spent within a minute. Choose a model that answers without long reasoning, or raise tokensPerDay.`,
      );
}
