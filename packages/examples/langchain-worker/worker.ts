import * as Sentry from '@sentry/node';
import PQueue from 'p-queue';
import { INBOX, type Mail } from './inbox.js';
import { triage } from './triage.js';

const queue = new PQueue({ concurrency: 2 });

for (const mail of INBOX) queue.add(() => work(mail));
await queue.onIdle();
await Sentry.close(10_000);

/** A mail that fails does not stop the others. */
async function work(mail: Mail): Promise<void> {
  try {
    const { topic, urgency, summary } = await triage(mail);
    console.log(`${mail.id}: ${topic}, urgency ${urgency}: ${summary}`);
  } catch (error) {
    Sentry.captureException(error, { tags: { mail: mail.id } });
    console.log(`${mail.id}: left for a person to read`);
  }
}
