import type { BuiltInRule } from './rule.js';

const category = 'api_connection_error';

/** No usable HTTP answer. Every rule on words or system codes demands that there is no status. */
export const CONNECTION_RULES: readonly BuiltInRule[] = [
  {
    // RFC 9110 §15.5.9 and §15.6.5, nginx 499, Cloudflare 522–524
    name: 'http-timeout',
    category,
    confidence: 0.96,
    when: { status: [408, 499, 504, 522, 523, 524] },
  },
  {
    // openai and @anthropic-ai/sdk, core/error.js
    name: 'sdk-timeout',
    category,
    confidence: 0.98,
    when: {
      status: ['none'],
      type: [
        'APIConnectionTimeoutError',
        'TimeoutError',
        'CohereTimeoutError',
        'RequestTimeoutError',
      ],
    },
  },
  {
    // openai, @anthropic-ai/sdk, groq-sdk: core/error.js; @mistralai/mistralai: models/errors/httpclienterrors.js
    name: 'sdk-connection',
    category,
    confidence: 0.97,
    when: { status: ['none'], type: ['APIConnectionError', 'ConnectionError', 'HTTPClientError'] },
  },
  {
    // openai, @anthropic-ai/sdk: core/error.js; DOMException of an AbortController (WHATWG DOM)
    name: 'aborted',
    category,
    confidence: 0.95,
    when: {
      status: ['none'],
      type: [
        'APIUserAbortError',
        'AbortError',
        'RequestAbortedError',
        'GoogleGenerativeAIAbortError',
      ],
    },
    retryable: false,
    advice: 'aborted',
  },
  {
    // Node.js "Common system errors", undici core/errors.js, OpenSSL verification errors
    name: 'system-connection',
    category,
    confidence: 0.97,
    when: {
      status: ['none'],
      code: [
        'ECONNREFUSED',
        'ECONNRESET',
        'ECONNABORTED',
        'ENOTFOUND',
        'EAI_AGAIN',
        'ETIMEDOUT',
        'ESOCKETTIMEDOUT',
        'EPIPE',
        'EHOSTUNREACH',
        'ENETUNREACH',
        'ENETDOWN',
        'EPROTO',
        'UND_ERR_CONNECT_TIMEOUT',
        'UND_ERR_HEADERS_TIMEOUT',
        'UND_ERR_BODY_TIMEOUT',
        'UND_ERR_SOCKET',
        'UND_ERR_CLOSED',
        'UND_ERR_DESTROYED',
        'UND_ERR_ABORTED',
        'ERR_HTTP2_STREAM_CANCEL',
        'ERR_HTTP2_STREAM_ERROR',
        'ERR_HTTP2_GOAWAY_SESSION',
        'ERR_STREAM_PREMATURE_CLOSE',
        'ERR_TLS_CERT_ALTNAME_INVALID',
        'CERT_HAS_EXPIRED',
        'DEPTH_ZERO_SELF_SIGNED_CERT',
        'SELF_SIGNED_CERT_IN_CHAIN',
        'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
        'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
      ],
    },
  },
  {
    // Messages of undici, node:http, browsers and Bun, for errors whose code did not survive
    name: 'connection-words',
    category,
    confidence: 0.93,
    when: {
      status: ['none'],
      says: [
        /^(?:TypeError: )?(?:fetch failed|terminated|Failed to fetch|Load failed)$/im,
        'socket hang up',
        'other side closed',
        'premature close',
        'connection error',
        'connection refused',
        'connection reset',
        'connection closed',
        'connection terminated',
        'connect econnrefused',
        'getaddrinfo',
        'read econnreset',
        'network error',
        'network socket disconnected',
        'self signed certificate',
        'unable to connect',
      ],
    },
  },
  {
    // "Request timed out." (openai), "The operation was aborted due to timeout" (AbortSignal.timeout),
    // "timeout of 150ms exceeded" (axios), "Headers Timeout Error" (undici), smithy's requestTimeout
    name: 'timeout-words',
    category,
    confidence: 0.93,
    when: {
      status: ['none'],
      says: [
        'request timed out',
        'request timeout',
        'operation was aborted due to timeout',
        'operation timed out',
        'connection timed out',
        'headers timeout',
        'body timeout',
        'connect timeout',
        'timeout of … exceeded',
        'requesttimeout',
        'deadline exceeded',
        'timed out',
      ],
    },
  },
  {
    // "The user aborted a request" (node-fetch, cohere-ai), "This operation was aborted" (AbortController)
    name: 'aborted-words',
    category,
    confidence: 0.93,
    when: {
      status: ['none'],
      says: ['user aborted a request', 'request was aborted', 'operation was aborted'],
    },
    retryable: false,
    advice: 'aborted',
  },
  {
    // openai, lib/ChatCompletionStream.js; @anthropic-ai/sdk, lib/MessageStream.js; Vercel AI SDK
    name: 'stream-cut',
    category,
    confidence: 0.92,
    when: {
      status: ['none'],
      says: [
        'stream ended without producing',
        'request ended without sending any chunks',
        'stream … ended unexpectedly',
        'stream … interrupted',
        'stream … closed before',
        'stream disconnected before',
      ],
    },
  },
];
