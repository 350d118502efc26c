import * as stations from '../stations.js';
import { integrationWith } from './integration.js';

/**
 * Writes category, confidence and suggestion into every event that is about an LLM.
 *
 * @example
 * Sentry.init({ dsn: '…', integrations: [llmClassifierIntegration()] });
 *
 * @throws TypeError that names every wrong option
 */
export const llmClassifierIntegration = integrationWith(() => stations);
