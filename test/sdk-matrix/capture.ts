import * as Sentry from '@sentry/node';
import { llmClassifierIntegration } from 'sentry-llm-classifier';
import { startIngest } from '../helpers/ingest.js';
import type { Cell } from './cell.js';
import { startProvider } from './provider.js';

/**
 * Runs each cell against a provider of its own in an application with the real `@sentry/node` and rules
 * only.
 * @returns the event of each cell; none where the call did not fail
 */
export async function captureAll(
  cells: readonly Cell[],
): Promise<ReadonlyMap<string, Sentry.ErrorEvent>> {
  const ingest = await startIngest();
  Sentry.init({
    dsn: ingest.dsn,
    integrations: (defaults) => [
      // Two cells may throw the same.
      ...defaults.filter(({ name }) => name !== 'Dedupe'),
      llmClassifierIntegration({ llm: false }),
    ],
  });
  for (const cell of cells) {
    const provider = await startProvider(cell.behaviour);
    // As for each request of a server: breadcrumbs of one cell are no trace in the next.
    await Sentry.withIsolationScope(() =>
      cell.call(provider).then(
        () => undefined,
        (error) => Sentry.captureException(error, { tags: { cell: cell.name } }),
      ),
    );
    // So that events never queue up behind each other.
    await Sentry.flush(10_000);
    await provider.close();
  }
  await Sentry.close(20_000);
  await ingest.close();
  return new Map(ingest.events.map((event) => [String(event.tags?.cell), event]));
}
