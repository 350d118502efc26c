/** For browsers: tables, rules and all behind them are loaded with the first error. Types are those of `index.ts`. */
import { classifierWith } from './classifier.js';
import { integrationWith } from './sentry/integration.js';

const load = () => import('./stations.js');

export { captureAiError } from './sentry/captureAiError.js';
export { basicTaxonomy, defaultTaxonomy } from './taxonomy.js';
export const createClassifier = classifierWith(load);
export const llmClassifierIntegration = integrationWith(load);
