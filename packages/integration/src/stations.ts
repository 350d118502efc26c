/** All that only an error needs. Servers load it with the package, browsers with the first error. */
export { factsFrom } from './facts/fromError.js';
export { factsFromEvent } from './facts/fromEvent.js';
export { createPipeline } from './pipeline.js';
export { adviserIn } from './rules/suggestions/advice.js';
