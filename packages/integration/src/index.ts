export { type AiErrorContext, captureAiError } from './captureAiError.js';
export { type Classifier, type ClassifierOptions, createClassifier } from './createClassifier.js';
export { type LlmClassifierIntegration, llmClassifierIntegration } from './integration.js';
export type {
  BatchOptions,
  BudgetOptions,
  CacheOptions,
  LlmClassifierOptions,
  LlmOptions,
} from './options.js';
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
