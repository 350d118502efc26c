export type { Classifier, ClassifierOptions } from './classifier.js';
export { createClassifier } from './createClassifier.js';
export type { OpenAiClient } from './llm/openai.js';
export type {
  BatchOptions,
  BudgetOptions,
  CacheOptions,
  LlmClassifierOptions,
  LlmOptions,
  OnClassified,
} from './options/options.js';
export { type AiErrorContext, captureAiError } from './sentry/captureAiError.js';
export type { LlmClassifierIntegration } from './sentry/integration.js';
export { llmClassifierIntegration } from './sentry/llmClassifierIntegration.js';
export {
  basicTaxonomy,
  type DefaultCategory,
  type DescribedCategory,
  defaultTaxonomy,
} from './taxonomy.js';
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
