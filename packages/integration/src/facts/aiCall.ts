/** The context that `captureAiError` writes and the facts are read from. */
export const AI_CALL_CONTEXT = 'ai_call';
