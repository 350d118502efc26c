import type { Settings } from './options.js';

/** Secrets and personal data, the specific before the general. Every pattern is linear. */
const PATTERNS: readonly (readonly [pattern: RegExp, mask: string])[] = [
  [
    /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[^-]{0,10000}(?:-----END [A-Z ]{0,40}PRIVATE KEY-----)?/g,
    '[private key]',
  ],
  // JSON web tokens (RFC 7519)
  [/\beyJ[\w-]{5,4000}\.[\w-]{2,4000}(?:\.[\w-]{0,4000})?/g, '[token]'],
  [/\b(bearer|basic)\s{1,4}[\w.~+/=-]{8,4000}/gi, '$1 [token]'],
  // Keys with a prefix: OpenAI, Anthropic, OpenRouter, DeepSeek, Stripe (sk-, sk_, rk_, pk_), Groq (gsk_),
  // xAI, Hugging Face, Replicate, Perplexity, GitHub, GitLab, Slack, npm, SendGrid
  [
    /\b(?:sk|rk|pk|gsk|xai|hf|r8|pplx|ghp|gho|ghu|ghs|ghr|glpat|npm|fw|csk|nvapi|tvly|lsv2|SG)[-_.][\w.-]{8,400}/g,
    '[key]',
  ],
  [/\bgithub_pat_\w{20,400}/g, '[key]'],
  [/\bxox[a-z]-[\w-]{8,400}/g, '[key]'],
  // Google API keys and OAuth tokens
  [/\bAIza[\w-]{20,100}/g, '[key]'],
  [/\bya29\.[\w.-]{10,2000}/g, '[token]'],
  // AWS access key ids
  [/\b(?:AKIA|ASIA|ABSK)[A-Za-z0-9+/=]{12,400}/g, '[key]'],
  // name=value and "name": "value" of anything called a secret
  [
    /\b((?:api|access|secret|private|account|subscription|x)?[_-]?(?:key|token|secret|password|passwd|pwd|authorization|cookie|signature)["']?\s{0,3}[:=]\s{0,3}["']?)(?!\[)[^\s"',;&<>{}]{6,2000}/gi,
    '$1[redacted]',
  ],
  // Credentials and queries of URLs
  [/\b([a-z][a-z\d+.-]{1,20}:\/\/)[^\s/@:"']{1,200}:[^\s/@"']{1,200}@/gi, '$1[credentials]@'],
  [/(\bhttps?:\/\/[^\s?"'<>]{1,500})\?[^\s"'<>]{1,2000}/gi, '$1?[query]'],
  [/[\w.%+-]{1,64}@[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,5}/gi, '[email]'],
  [/\b(?:\d{1,3}\.){3}\d{1,3}\b/g, '[ip]'],
  [/(?<![\w:])(?:[\da-f]{1,4}:){2,7}(?::?[\da-f]{1,4}){1,6}(?![\w:])/gi, '[ip]'],
  // Card numbers, then phone numbers
  [/\b\d(?:[ -]?\d){12,18}\b/g, '[number]'],
  [/(?<![\w+])\+\d[\d ().-]{6,18}\d\b/g, '[phone]'],
  [/(?<!\w)\(?\d{3}\)?[ .-]\d{3,4}[ .-]\d{4}\b/g, '[phone]'],
  [/(\/(?:home|Users)\/|\\Users\\)[^/\\\s:"']{1,64}/g, '$1[user]'],
  // Long mixed runs are keys of somebody
  [/\b(?=[\w-]{0,60}\d)(?=[\w-]{0,60}[A-Z])(?=[\w-]{0,60}[a-z])[A-Za-z0-9_-]{32,400}\b/g, '[key]'],
  [/\b[0-9a-f]{32,128}\b/gi, '[key]'],
];

export type Redact = (text: string) => string;

/** The built-in redaction, then the user's. A user's function that throws takes the whole text with it. */
export function createRedact(redact: Settings['redact']): Redact {
  if (redact === false) return (text) => text;
  const own = Array.isArray(redact) ? maskWith(redact) : redact;
  return (text) => {
    const masked = PATTERNS.reduce((rest, [pattern, mask]) => rest.replace(pattern, mask), text);
    if (typeof own !== 'function') return masked;
    try {
      return String(own(masked));
    } catch {
      return '[redacted]';
    }
  };
}

function maskWith(patterns: readonly RegExp[]): Redact {
  const everywhere = patterns.map((pattern) =>
    pattern.global ? pattern : new RegExp(pattern.source, `${pattern.flags}g`),
  );
  return (text) => everywhere.reduce((rest, pattern) => rest.replace(pattern, '[redacted]'), text);
}
