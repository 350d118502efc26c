import type { Settings } from '../options/settings.js';
import { isThenable } from '../thenable.js';

/**
 * Secrets and personal data, the specific before the general. Every pattern is linear: none can begin
 * inside of what it has just passed over. Too much masked costs a little meaning; too little, a secret.
 */
const PATTERNS: readonly (readonly [pattern: RegExp, mask: string])[] = [
  [
    /-----BEGIN [A-Z ]*PRIVATE KEY(?: BLOCK)?-----[^-]*-----END [A-Z ]*PRIVATE KEY(?: BLOCK)?-----/g,
    '[private key]',
  ],
  [
    /-----BEGIN [A-Z ]*PRIVATE KEY(?: BLOCK)?-----(?:(?:\s|\\n)+[A-Za-z\d+/=]{12,})*/g,
    '[private key]',
  ],
  // JSON web tokens (RFC 7519)
  [/(?<![\w-])eyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?/g, '[token]'],
  [/\b(bearer|basic)(?:\s|%20){1,4}[\w.~+/=-]{8,}/gi, '$1 [token]'],
  // Other schemes of `Authorization`
  [/(?<!\w)((?:token|api-?key|geniekey|digest|bot) )(?=[^\s"',]*\d)[\w.~+/=-]{8,}/gi, '$1[token]'],
  [
    /\b((?:set-)?cookie(?:\\*["'])?\s{0,3}[:=]\s{0,3}(?:\[\s?)?(?:\\*["'])?)[^\s;,"']+(?:;\s?[^\s;,"'=]+(?:=[^\s;,"']*)?)*/gi,
    '$1[redacted]',
  ],
  // Keys with a prefix and a dash: OpenAI, Anthropic, OpenRouter, DeepSeek, Langfuse (sk-, pk-), xAI,
  // Perplexity, NVIDIA, Tavily, Cerebras, GitLab, Slack, Google client secrets, SendGrid, New Relic, Heroku
  [
    /(?<![\w-])(?:sk|pk|xai|pplx|nvapi|tvly|csk|glpat|xox[a-z]|xapp|GOCSPX|SG|NRAK|HRKU)[-.][\w.-]{8,}/gi,
    '[key]',
  ],
  // Keys with a prefix and an underscore: GitHub, Stripe, Groq, Hugging Face, Replicate, Fireworks, npm,
  // DigitalOcean, Pinecone, LangSmith, Notion, Linear, Shopify, Supabase; ids of requests look the same
  [/(?<![\w-])[A-Za-z][A-Za-z\d]{1,11}_(?:[A-Za-z\d]{1,8}_){0,2}(?=[A-Za-z]*\d)\w{12,}/g, '[key]'],
  // The same where no digit tells them from a name
  [/(?<![\w-])(?:gh[oprsu]|gsk|hf|npm|r8|fw|whsec|[prs]k_(?:live|test))_\w{16,}/g, '[key]'],
  // Google API keys and OAuth tokens
  [/(?<![\w-])AIza[\w-]{20,}/g, '[key]'],
  [/(?<![\w-])ya29\.[\w.-]{10,}/g, '[token]'],
  // AWS access key ids and Bedrock keys; Twilio; Databricks; Zhipu; NuGet; secrets of Azure's clients
  [/(?<![\w-])(?:AKIA|ASIA|ABSK)[A-Za-z\d+/=]{12,}/g, '[key]'],
  [/(?<!\w)(?:SK|AC|dapi)[\da-f]{32}(?!\w)/g, '[key]'],
  [/(?<!\w)[\da-f]{32}\.[A-Za-z\d]{12,}/g, '[key]'],
  [/(?<!\w)oy2[a-z\d]{40,}/g, '[key]'],
  [/(?<![\w~.-])[\w~.-]{3,8}Q~[\w~.-]{30,}/g, '[key]'],
  // Telegram bots
  [/(?<!\w)\d{8,10}:[\w-]{30,}/g, '[key]'],
  [/hooks\.slack\.com\/services\/[\w/]+/g, '[webhook]'],
  // Passwords, which have no form of their own: `name=value`, `name => value`, `"name": "value"`
  [
    /((?:pass(?:word|wd|phrase|wort)?|pwd|kennwort|비밀번호|密码|密碼|パスワード|contraseña|mot de passe|senha|пароль)(?:[_-]?[a-z\d]{1,8})?(?:\\*["'])?\s{0,9}(?:=>|[:=])\s{0,9})(?:\\*"[^"\\\n]+|'[^'\n]+|[^\s"'\\;&<>{}[][^\s"'\\;&<>{}]{3,})/gi,
    '$1[redacted]',
  ],
  // The same of anything else that is called a secret; numbers of tokens are none
  [
    /((?:key|token|secret|authorization|signature|credential|bearer|sess(?:ion)?_?id)(?:s|string|value|hash)?(?:_[a-z]{2,4})?(?:\\*["'])?\s{0,3}(?:=>|[:=])\s{0,3}\[?(?:\\*["'])?)(?:\d{10,}|\d{0,9}[^\s\d"'\\,;&<>{}[\]][^\s"'\\,;&<>{}]{5,})/gi,
    '$1[redacted]',
  ],
  // Node's `rawHeaders`, XML
  [
    /((?:key|token|secret|password|authorization|cookie)["'],\s{0,3}["'])[^"'\s]{4,}/gi,
    '$1[redacted]',
  ],
  [/(<(?:\w{1,12}_?)?(?:key|token|secret|password|passwd)>)[^<\n]{4,}/gi, '$1[redacted]'],
  // Credentials and queries of URLs, of MySQL's addresses in Go, of curl
  [/:\/\/[^\s/@"'?#]+@/g, '://[credentials]@'],
  [/:\/\/[^\s:/@"'?#]*:[^\s:@"']+@/g, '://[credentials]@'],
  [/:[^\s:@"'/]+@(?=(?:tcp|unix)\()/g, ':[credentials]@'],
  [/( -u ["']?)[^\s:"']{1,80}:[^\s"']+/g, '$1[credentials]'],
  [/\?[^\s"'<>?=]{1,60}=[^\s"'<>?]*/g, '?[query]'],
  [/#[\w.~%+-]+=[^\s"'<>#]*/g, '#[query]'],
  [
    /(?<![\w.%+À-ɏЀ-ӿ぀-ヿ一-鿿가-힣-])[\w.%+À-ɏЀ-ӿ぀-ヿ一-鿿가-힣-]+@[a-z\dÀ-ɏЀ-ӿ぀-ヿ一-鿿가-힣-]+(?:\.[a-z\dÀ-ɏЀ-ӿ぀-ヿ一-鿿가-힣-]+)+/gi,
    '[email]',
  ],
  [/(?<![\w.%+-])[\w.%+-]+@localhost(?![\w.-])/gi, '[email]'],
  [/(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w.]\d)/g, '[ip]'],
  [/\bip-\d{1,3}(?:-\d{1,3}){3}(?!\d)/g, '[ip]'],
  [/(?<!\w)(?:[\da-f]{0,4}:){2,8}[\da-f]{0,4}(?![\w:])/gi, '[ip]'],
  // Numbers of accounts (IBAN), of social security, of cards, then phone numbers
  [/(?<!\w)[A-Z]{2}\d\d(?: ?[A-Z\d]{4}){3,7}(?: ?[A-Z\d]{1,3})?(?!\w)/g, '[number]'],
  [/(?<![\w-])\d{3}-\d\d-\d{4}(?![\w-])/g, '[number]'],
  [/(?<!\d)\d(?:[ .-]{0,2}\d){12,18}(?!\d)/g, '[number]'],
  [/(?<![\w+])\+\d[\d ().-]{6,18}\d/g, '[phone]'],
  [/(?<![\w-])(?:1[ .-])?(?:\(\d{2,3}\) ?|\d{2,3}[ .-])\d{3,4}[ .-]\d{4}(?!\d)/g, '[phone]'],
  [/(?<![\w-])0\d(?:[ .-]\d\d){4}(?!\d)/g, '[phone]'],
  [/(?<![\w-])0\d{2,4}[ /-]\d{6,8}(?!\d)/g, '[phone]'],
  [/(?<!\w)01[016-9]\d{7,8}(?!\w)/g, '[phone]'],
  // One-time codes; bare numbers as long as those of phones, accounts and people
  [
    /((?:one-time|verification|security|login|2fa|otp|인증) ?(?:pass)?(?:code|pin|번호)?|验证码|認証コード|\botp|\bpin)(\W{1,4}|\W(?:is|was|ist|es|est)\W{1,3})\d{4,8}(?!\d)/gi,
    '$1$2[code]',
  ],
  [/(?<![\w.-])\d{9,12}(?![\w-])/g, '[number]'],
  [/(\/(?:home|Users)\/)[^/\s:"']+(?: [^/\s:"']+(?=\/))?/gi, '$1[user]'],
  [/(\\(?:Users|Documents and Settings)\\{1,4})[^\\/\s:"']+(?: [^\\/\s:"']+(?=\\))?/gi, '$1[user]'],
  // Long runs that mix cases and digits are keys of somebody; so is hexadecimal
  [/(?<![\w-])(?=[\w-]*\d)(?=[\w-]*[A-Z])(?=[\w-]*[a-z])[\w-]{24,}/g, '[key]'],
  [/(?<![\w/+])(?=[A-Za-z\d/+]*\d)(?=[A-Za-z\d/+]*[A-Z])[A-Za-z\d/+]{40,}={0,2}/g, '[key]'],
  [/(?<!\w)[\da-f]{32,}(?!\w)/gi, '[key]'],
  // Ids, which some providers use as keys
  [/(?<!\w)[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}(?!\w)/gi, '[id]'],
];

/** Characters that look the same, and what JSON and URLs write in their place: secrets hide behind them. */
function plain(text: string): string {
  return (
    text
      .normalize('NFKC')
      .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]+/g, '')
      .replace(/[\u2010-\u2015\u2212]/g, '-')
      .replace(/%(?:40|3[adf]|2[6df]|5[bd])/gi, decodeURIComponent)
      .replace(/(?<!\\)\\{1,4}u00(40|3d|3a|26|2f)/gi, (_, hex: string) =>
        decodeURIComponent(`%${hex}`),
      )
      .replace(/(?<!\\)\\{1,4}\//g, '/')
      // A letter behind the backslash would be one of the word that follows.
      .replace(/(?<!\\)\\{1,4}[nrt](?=[^\\])/g, '$& ')
  );
}

export type Redact = (text: string) => string;

/**
 * The built-in redaction, then the user's. A user's function that throws or gives no string, a promise for
 * one, takes the whole text with it.
 */
export function createRedact(redact: Settings['redact']): Redact {
  if (redact === false) return (text) => text;
  const own = Array.isArray(redact) ? maskWith(redact) : redact;
  return (text) => {
    const masked = PATTERNS.reduce(
      (rest, [pattern, mask]) => rest.replace(pattern, mask),
      plain(text),
    );
    return typeof own === 'function' ? useOwn(own, masked) : masked;
  };
}

function useOwn(own: (text: string) => unknown, masked: string): string {
  try {
    const result = own(masked);
    if (typeof result === 'string') return result;
    if (isThenable(result)) result.then(undefined, () => {});
  } catch {
    // As for what is no string.
  }
  return '[redacted]';
}

function maskWith(patterns: readonly RegExp[]): Redact {
  const everywhere = patterns.map((pattern) =>
    pattern.global ? pattern : new RegExp(pattern.source, `${pattern.flags}g`),
  );
  return (text) => everywhere.reduce((rest, pattern) => rest.replace(pattern, '[redacted]'), text);
}
