import type { Settings } from '../options/settings.js';

/**
 * Secrets and personal data, the specific before the general. Every pattern is linear: none can begin
 * inside of what it has just passed over. Too much masked costs a little meaning; too little, a secret.
 */
const PATTERNS: readonly (readonly [pattern: RegExp, mask: string])[] = [
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----[^-]*-----END [A-Z ]*PRIVATE KEY-----/g, '[private key]'],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----(?:(?:\s|\\n)+[A-Za-z\d+/=]{12,})*/g, '[private key]'],
  // JSON web tokens (RFC 7519)
  [/(?<![\w-])eyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?/g, '[token]'],
  [/\b(bearer|basic)\s{1,4}[\w.~+/=-]{8,}/gi, '$1 [token]'],
  [
    /\b((?:set-)?cookie(?:\\*["'])?\s{0,3}[:=]\s{0,3})[^\s;,"']+(?:;\s?[^\s;,"'=]+(?:=[^\s;,"']*)?)*/gi,
    '$1[redacted]',
  ],
  // Keys with a prefix and a dash: OpenAI, Anthropic, OpenRouter, DeepSeek, Langfuse (sk-, pk-), xAI,
  // Perplexity, NVIDIA, Tavily, Cerebras, GitLab, Slack, Google client secrets, SendGrid
  [
    /(?<![\w-])(?:sk|pk|xai|pplx|nvapi|tvly|csk|glpat|xox[a-z]|xapp|GOCSPX|SG)[-.][\w.-]{8,}/g,
    '[key]',
  ],
  // Keys with a prefix and an underscore: GitHub, Stripe, Groq, Hugging Face, Replicate, Fireworks, npm,
  // DigitalOcean, Pinecone, LangSmith, Notion, Linear, Shopify, Supabase; ids of requests look the same
  [/(?<![\w-])[A-Za-z][A-Za-z\d]{1,11}_(?:[A-Za-z\d]{1,8}_){0,2}(?=[A-Za-z]*\d)\w{12,}/g, '[key]'],
  // Google API keys and OAuth tokens
  [/(?<![\w-])AIza[\w-]{20,}/g, '[key]'],
  [/(?<![\w-])ya29\.[\w.-]{10,}/g, '[token]'],
  // AWS access key ids and Bedrock keys; Twilio; Databricks
  [/(?<![\w-])(?:AKIA|ASIA|ABSK)[A-Za-z\d+/=]{12,}/g, '[key]'],
  [/(?<!\w)(?:SK|AC|dapi)[\da-f]{32}(?!\w)/g, '[key]'],
  // Telegram bots
  [/(?<!\w)\d{8,10}:[\w-]{30,}/g, '[key]'],
  [/hooks\.slack\.com\/services\/[\w/]+/g, '[webhook]'],
  // name=value and "name": "value" of anything called a secret
  [
    /((?:key|token|secret|password|passwd|pwd|authorization|signature|credential)s?(?:\\*["'])?\s{0,3}[:=]\s{0,3}(?:\\*["'])?)(?!\[|bearer|basic)[^\s"'\\,;&<>{}]{6,}/gi,
    '$1[redacted]',
  ],
  // Credentials and queries of URLs
  [/:\/\/[^\s/@"'?#]+@/g, '://[credentials]@'],
  [/\?[\w.~%-]+=[^\s"'<>?]*/g, '?[query]'],
  [/(?<![\w.%+-])[\w.%+-]+@[a-z\d-]+(?:\.[a-z\d-]+)+/gi, '[email]'],
  [/(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w.]\d)/g, '[ip]'],
  [/(?<![\w:])(?:[\da-f]{0,4}:){2,7}[\da-f]{0,4}(?![\w:])/gi, '[ip]'],
  // Card numbers, then phone numbers
  [/(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)/g, '[number]'],
  [/(?<![\w+])\+\d[\d ().-]{6,18}\d/g, '[phone]'],
  [/(?<![\w-])(?:\(\d{3}\) ?|\d{3}[ .-])\d{3,4}[ .-]\d{4}(?!\d)/g, '[phone]'],
  [/(\/(?:home|Users)\/)[^/\s:"']+/g, '$1[user]'],
  [/(\\Users\\{1,2})[^\\/\s:"']+(?: [^\\/\s:"']+(?=\\))?/g, '$1[user]'],
  // Long runs that mix cases and digits are keys of somebody; so is hexadecimal
  [/(?<![\w-])(?=[\w-]*\d)(?=[\w-]*[A-Z])(?=[\w-]*[a-z])[\w-]{24,}/g, '[key]'],
  [/(?<![\w/+])(?=[A-Za-z\d/+]*\d)(?=[A-Za-z\d/+]*[A-Z])[A-Za-z\d/+]{40,}={0,2}/g, '[key]'],
  [/(?<!\w)[\da-f]{32,}(?!\w)/gi, '[key]'],
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
