import { defaultTaxonomy, UNKNOWN } from '../../taxonomy.js';

/** A chart or table of the dashboard; the grid has six columns. */
export interface Widget {
  title: string;
  description: string;
  display: 'area' | 'bar' | 'line' | 'big_number' | 'table';
  /** Tags or fields that the events are grouped by. */
  by?: readonly string[];
  /** What is computed of them. */
  show: readonly string[];
  /** Sentry's search for the events. */
  of: string;
  width: number;
  height: number;
  limit?: number;
}

const LLM_ERRORS = 'has:ai_error_category';

/** Percentage of the LLM errors whose tag has this value. */
const share = (tag: string, value: string) =>
  `equation|count_if(${tag},equals,${value}) / count() * 100`;

const number = (title: string, description: string, show: string, of = LLM_ERRORS): Widget => ({
  title,
  description,
  display: 'big_number',
  show: [show],
  of,
  width: 1,
  height: 1,
});

const overTime = (
  title: string,
  description: string,
  display: 'area' | 'bar',
  tag: string,
  width: number,
): Widget => ({
  title,
  description,
  display,
  by: [tag],
  show: ['count()'],
  of: LLM_ERRORS,
  width,
  height: 2,
  limit: 10,
});

export const widgets: readonly Widget[] = [
  {
    ...number(
      'Authentication errors',
      'Keys that are missing, wrong, expired or not allowed. Retrying does not help.',
      'count()',
      'ai_error_category:authentication_error',
    ),
    width: 3,
  },
  {
    ...number(
      'Quota errors',
      'Credit, billing or plan quota used up. Retrying does not help.',
      'count()',
      'ai_error_category:quota_exceeded_error',
    ),
    width: 3,
  },
  number('By rules, %', 'Share decided by rules, for free', share('ai_error_source', 'rules')),
  number('By cache, %', 'Share answered from memory', share('ai_error_source', 'cache')),
  number('By LLM, %', 'Share decided by asking the LLM', share('ai_error_source', 'llm')),
  number(
    'By fallback, %',
    'Share for which no answer came in time',
    share('ai_error_source', 'fallback'),
  ),
  number(
    'Unknown, %',
    'Share of which nothing more can be said',
    share('ai_error_category', UNKNOWN),
  ),
  number('Retryable, %', 'Share that a later retry may mend', share('ai_error_retryable', 'true')),
  overTime('Errors by category', 'What went wrong', 'area', 'ai_error_category', 4),
  overTime('Errors by provider', 'Where it went wrong', 'bar', 'ai_error_provider', 2),
  overTime('Decided by', 'Rules, cache, LLM or fallback', 'area', 'ai_error_source', 2),
  {
    title: 'Unknown share over time',
    description: 'Per cent of the LLM errors. When it rises, a rule is missing.',
    display: 'line',
    show: [share('ai_error_category', UNKNOWN)],
    of: LLM_ERRORS,
    width: 2,
    height: 2,
  },
  overTime(
    'Retryable against permanent',
    'true: may work a little later; false: somebody has to do something',
    'bar',
    'ai_error_retryable',
    2,
  ),
  ...Object.entries(defaultTaxonomy).map(
    ([category, { description }]): Widget => ({
      title: `Top issues: ${category}`,
      description,
      display: 'table',
      by: ['issue', 'title'],
      show: ['count()', 'count_unique(user)'],
      of: `ai_error_category:${category}`,
      width: 3,
      height: 2,
      limit: 5,
    }),
  ),
];
