import { classifierWith } from './classifier.js';
import * as stations from './stations.js';

/**
 * The same pipeline without Sentry.
 * @throws TypeError that names every wrong option
 */
export const createClassifier = classifierWith(() => stations);
