// First, so that Sentry is there before anything can fail.
import './instrument.js';
import * as Sentry from '@sentry/node';
import { continueCase, handleRefund, resumeChat } from './conversations.js';
import { loadCustomer, printReceipt } from './customers.js';
import {
  extractOrder,
  reviewContract,
  summariseBacklog,
  summariseManual,
  summariseThread,
  writePostmortem,
} from './documents.js';
import { writeNewsletter } from './newsletter.js';
import {
  answerTicket,
  detectLanguage,
  prioritise,
  streamReply,
  suggestReply,
  tagTickets,
  translateComplaint,
} from './tickets.js';

/** A support desk's assistant works through its jobs; one that fails does not stop the others. */
const JOBS = {
  'answer-ticket': answerTicket,
  'detect-language': detectLanguage,
  'tag-tickets': tagTickets,
  'suggest-reply': suggestReply,
  'stream-reply': streamReply,
  'translate-complaint': translateComplaint,
  prioritise,
  'write-newsletter': writeNewsletter,
  'load-customer': loadCustomer,
  'print-receipt': printReceipt,
  'summarise-backlog': summariseBacklog,
  'summarise-manual': summariseManual,
  'summarise-thread': summariseThread,
  'extract-order': extractOrder,
  'review-contract': reviewContract,
  'write-postmortem': writePostmortem,
  'resume-chat': resumeChat,
  'handle-refund': handleRefund,
  'continue-case': continueCase,
};

for (const [job, run] of Object.entries(JOBS)) {
  try {
    await run();
  } catch (error) {
    Sentry.captureException(error, { tags: { job } });
  }
}
await Sentry.flush(10_000);
