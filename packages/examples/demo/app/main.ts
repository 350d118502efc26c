/**
 * An ordinary small AI application: the support desk of a shop. It does the jobs of a morning, and like
 * any application reports what fails to Sentry.
 */
import './instrument.js';
import * as Sentry from '@sentry/node';
import { answerInFrench, lookUpOrder, readHandbook } from './anthropic.js';
import { detectLanguages, suggestAlternatives } from './google.js';
import {
  planTheWeek,
  summariseTicket,
  tagTicket,
  writeHelpPage,
  writeNewsletter,
} from './openai.js';
import {
  answerWithTools,
  describePhoto,
  extractOrder,
  reviewContract,
  streamReply,
} from './openaiAdvanced.js';
import { judgeComplaint, rewriteAnswer } from './otherEndpoints.js';
import { findCustomer, greet } from './shop.js';

const jobs: Record<string, () => Promise<unknown>> = {
  'write-help-page': writeHelpPage,
  'write-newsletter': writeNewsletter,
  'tag-ticket': tagTicket,
  'plan-the-week': planTheWeek,
  'stream-reply': streamReply,
  'summarise-ticket': summariseTicket,
  'extract-order': extractOrder,
  'review-contract': reviewContract,
  'answer-with-tools': answerWithTools,
  'describe-photo': describePhoto,
  'judge-complaint': judgeComplaint,
  'rewrite-answer': rewriteAnswer,
  'answer-in-french': answerInFrench,
  'read-handbook': readHandbook,
  'look-up-order': lookUpOrder,
  'detect-languages': detectLanguages,
  'suggest-alternatives': suggestAlternatives,
  'greet-customer': greet,
  'find-customer': findCustomer,
};

for (const [job, run] of Object.entries(jobs)) {
  try {
    await run();
  } catch (error) {
    Sentry.captureException(error, { tags: { job } });
  }
}
await Sentry.flush(5000);
