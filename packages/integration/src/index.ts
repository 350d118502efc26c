export type { Classifier, ClassifierOptions } from './classifier.js';
export { createClassifier } from './createClassifier.js';
export type {
  BatchOptions,
  BudgetOptions,
  CacheOptions,
  LlmClassifierOptions,
  LlmOptions,
} from './options/options.js';
export { type AiErrorContext, captureAiError } from './sentry/captureAiError.js';
export type { LlmClassifierIntegration } from './sentry/integration.js';
export { llmClassifierIntegration } from './sentry/llmClassifierIntegration.js';
export { basicTaxonomy, type DefaultCategory, defaultTaxonomy } from './taxonomy.js';
export type {
  Category,
  Classification,
  ClassificationStore,
  Conditions,
  ErrorFacts,
  Limiter,
  ModelStats,
  Rule,
  SkipReason,
  Source,
  Stats,
  Taxonomy,
} from './types.js';
