import { APPLICATION_RULES } from './applications.js';
import { AUTHENTICATION_RULES } from './authentication.js';
import { BAD_FILE_RULES } from './badFile.js';
import { CONNECTION_RULES } from './connection.js';
import { CONTENT_POLICY_RULES } from './contentPolicy.js';
import { CONTEXT_LOSS_RULES } from './contextLoss.js';
import { HINT_RULES } from './hints.js';
import { INVALID_REQUEST_RULES } from './invalidRequest.js';
import { PARAMETER_RULES } from './parameter.js';
import { PROVIDER_RULES } from './provider.js';
import { RATE_AND_QUOTA_RULES } from './rateAndQuota.js';
import { RESPONSE_QUALITY_RULES } from './responseQuality.js';
import type { BuiltInRule } from './rule.js';
import { TOKEN_LIMIT_RULES } from './tokenLimit.js';
import { UNKNOWN_MODEL_RULES } from './unknownModel.js';
import { WRONG_CALL_RULES } from './wrongCall.js';

/** All that is known without an LLM. Order has no meaning. */
export const BUILT_IN_RULES: readonly BuiltInRule[] = [
  ...CONNECTION_RULES,
  ...RATE_AND_QUOTA_RULES,
  ...AUTHENTICATION_RULES,
  ...TOKEN_LIMIT_RULES,
  ...CONTENT_POLICY_RULES,
  ...CONTEXT_LOSS_RULES,
  ...RESPONSE_QUALITY_RULES,
  ...INVALID_REQUEST_RULES,
  ...UNKNOWN_MODEL_RULES,
  ...BAD_FILE_RULES,
  ...PARAMETER_RULES,
  ...WRONG_CALL_RULES,
  ...PROVIDER_RULES,
  ...APPLICATION_RULES,
  ...HINT_RULES,
];
