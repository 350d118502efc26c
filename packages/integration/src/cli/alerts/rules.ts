import { UNKNOWN } from '../../taxonomy.js';

/** One alert: it fires for an event that passes all conditions of one of its filters. */
export interface AlertRule {
  name: string;
  /** Minutes between two notifications about the same issue: 5, 10, 30, 60, 180, 720 or 1440. */
  everyMinutes: number;
  filters: readonly (readonly Condition[])[];
}

/** A condition in the form of Sentry's API. */
export interface Condition {
  type: string;
  comparison: object;
  conditionResult: true;
}

const condition = (type: string, comparison: object): Condition => ({
  type,
  comparison,
  conditionResult: true,
});

const isOfCategory = (value: string) =>
  condition('tagged_event', { key: 'ai_error_category', match: 'eq', value });

export const alertRules: readonly AlertRule[] = [
  {
    name: 'LLM errors: quota used up',
    everyMinutes: 60,
    filters: [[isOfCategory('quota_exceeded_error')]],
  },
  {
    name: 'LLM errors: authentication refused',
    everyMinutes: 60,
    filters: [[isOfCategory('authentication_error')]],
  },
  {
    name: 'LLM errors: unknown ones are rising',
    everyMinutes: 1440,
    filters: [
      // More than twice as many in an hour as in the same hour of the day before
      [
        isOfCategory(UNKNOWN),
        condition('event_frequency_percent', {
          value: 100,
          interval: '1h',
          comparisonInterval: '1d',
        }),
      ],
      // Sentry counts no rise from zero, and a new issue has no day before.
      [
        isOfCategory(UNKNOWN),
        condition('age_comparison', { comparisonType: 'newer', value: 1, time: 'day' }),
        condition('event_frequency_count', { value: 10, interval: '1h' }),
      ],
    ],
  },
];
