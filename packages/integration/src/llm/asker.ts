import DataLoader from 'dataloader';
import pLimit from 'p-limit';
import { type Asked, Models, type ModelsOptions, type Outcome } from './models.js';

export interface AskerOptions extends ModelsOptions {
  batch: { size: number; windowMs: number; concurrency: number };
}

/** Gathers questions: many in one request. */
export class Asker {
  readonly #models: Models;
  readonly #loader: DataLoader<Asked, Outcome>;

  constructor(options: AskerOptions) {
    this.#models = new Models(options);
    const { size, windowMs, concurrency } = options.batch;
    const limit = pLimit(concurrency);
    let request: Promise<Outcome[]> | undefined;
    this.#loader = new DataLoader(
      (batch) => {
        request = this.#models.answer(batch);
        return request;
      },
      {
        maxBatchSize: size,
        // A batch is closed when a request may start, not before: behind a slow endpoint it fills up.
        batchScheduleFn: (dispatch) => {
          setTimeout(() => {
            void limit(() => {
              dispatch();
              return request;
            });
          }, windowMs);
        },
        cache: false,
      },
    );
  }

  ask(asked: Asked): Promise<Outcome> {
    return this.#loader.load(asked);
  }

  close(): void {
    this.#models.close();
  }
}
