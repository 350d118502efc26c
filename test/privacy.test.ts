import { captureAiError } from 'sentry-llm-classifier';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { Sentry, startApplication } from './helpers/application.js';

/** Kind, the text as it would stand in an error, and the part of it that must not get out. */
const secrets: [kind: string, text: string, core?: string][] = [
  ['OpenAI', 'sk-proj-Ab3dEf6hIj9kLm2nOp5qRs8tUv1wXy4z'],
  ['OpenAI', 'sk-svcacct-Q9w8E7r6T5y4U3i2O1p0AsDfGhJkLzXc'],
  ['OpenAI', 'sk-abcdefghijklmnopqrstT3BlbkFJuvwxyzABCDEFGHIJ'],
  ['Anthropic', 'sk-ant-api03-aB3_dE6fG9hI2jK5lM8nO1pQ4rS7tU0vWxYz-AA'],
  ['Anthropic', 'sk-ant-admin01-zY9xW8vU7tS6rQ5pO4nM3lK2'],
  ['Google', 'AIzaSyD-9tSrke72PouQMnMX-a7eZSW0jkFMBWY'],
  ['Google', 'ya29.a0AfH6SMBx-example_token-1234567890'],
  ['Google', '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'],
  ['AWS', 'AKIAIOSFODNN7EXAMPLE'],
  ['AWS', 'ASIAY34FZKBOKMUTVV7A'],
  ['AWS', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'],
  ['AWS Bedrock', 'ABSKQmVkcm9ja0FQSUtleS1leGFtcGxlMTIzNDU2Nzg5MA=='],
  ['Azure', '0f1e2d3c4b5a69788796a5b4c3d2e1f0'],
  [
    'Azure',
    'AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==',
    'Eby8vdM02xNOcqFlqUwJPLlm',
  ],
  [
    'Azure',
    'https://x.blob.core.windows.net/c/f?sv=2024-01-01&sig=aBcD%2FeFgH123',
    'aBcD%2FeFgH123',
  ],
  ['GitHub', 'ghp_16C7e42F292c6912E7710c838347Ae178B4a'],
  ['GitHub', 'gho_16C7e42F292c6912E7710c838347Ae178B4a'],
  ['GitHub', 'github_pat_11ABCDEFG0abcdefghijkl_mnopqrstuvwxyz0123456789'],
  ['GitLab', 'glpat-xY7_9zAbC3dEfGhIjKlM'],
  ['Slack', 'xoxb-123456789012-1234567890123-AbCdEfGhIjKlMnOpQrStUvWx'],
  ['Slack', 'xapp-1-A0123456789-1234567890123-abcdef0123456789'],
  [
    'Slack',
    'https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX',
    'B00000000/XXXX',
  ],
  ['Stripe', 'sk_live_4eC39HqLyjWDarjtT1zdp7dc'],
  ['Stripe', 'rk_test_51H8xYzABCDEF0123456789'],
  ['Stripe', 'whsec_5WbX5kEWLlfzsGNjH64I8lOOqUB6e8FH'],
  ['Hugging Face', 'hf_AbCdEfGhIjKlMnOpQrStUvWxYz01234567'],
  ['Groq', 'gsk_a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8s9T0u1V2w3X4'],
  ['xAI', 'xai-aB1cD2eF3gH4iJ5kL6mN7oP8qR9sT0uV'],
  ['Replicate', 'r8_Ab1Cd2Ef3Gh4Ij5Kl6Mn7Op8Qr9St0Uv1Wx2Y'],
  ['Perplexity', 'pplx-0123456789abcdef0123456789abcdef0123456789abcdef'],
  ['Mistral', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6'],
  ['OpenRouter', 'sk-or-v1-0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef'],
  ['DeepSeek', 'sk-0123456789abcdef0123456789abcdef'],
  ['Together', '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef'],
  ['Fireworks', 'fw_3ZaBcDeFgHiJkLmNoPqRsT12'],
  ['NVIDIA', 'nvapi-aB1_cD2-eF3gH4iJ5kL6mN7oP8'],
  ['LangSmith', 'lsv2_pt_0123456789abcdef0123456789abcdef_0123456789'],
  ['Langfuse', 'sk-lf-01234567-89ab-cdef-0123-456789abcdef'],
  ['Pinecone', 'pcsk_2AbCdE_FgHiJkLmNoPqRsTuVwXyZ0123456789'],
  ['Twilio', 'SK0123456789abcdef0123456789abcdef'],
  ['SendGrid', 'SG.aB1cD2eF3gH4iJ5kL6mN7o.P8qR9sT0uV1wX2yZ3aB4cD5eF6gH7iJ8kL9mN0oP1q'],
  ['npm', 'npm_aB1cD2eF3gH4iJ5kL6mN7oP8qR9sT0uV1wX2'],
  ['Databricks', 'dapi0123456789abcdef0123456789abcdef'],
  ['DigitalOcean', 'dop_v1_0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef'],
  ['Telegram', '123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw'],
  ['JWT', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U'],
  ['bearer token', 'Authorization: Bearer 7f8a9b-opaque.token', '7f8a9b-opaque.token'],
  ['basic auth', 'authorization: Basic dXNlcjpwYXNzd29yZA==', 'dXNlcjpwYXNzd29yZA'],
  [
    'private key',
    '-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA7\n-----END RSA PRIVATE KEY-----',
    'MIIEowIBAAKCAQEA7',
  ],
  [
    'private key',
    '-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIDLtCut',
    'MC4CAQAwBQYDK2VwBCIEIDLtCut',
  ],
  ['connection string', 'postgres://admin:s3cr3tpw@db.internal:5432/app', 's3cr3tpw'],
  ['connection string', 'mongodb+srv://svc:p4ssw0rd@cluster0.example.net/app', 'p4ssw0rd'],
  ['connection string', 'redis://:r3d1spass@cache:6379', 'r3d1spass'],
  ['password', 'password=correct-horse-battery', 'correct-horse-battery'],
  ['password', '"client_secret": "n0t-for-you"', 'n0t-for-you'],
  ['cookie', 'Cookie: sid=s%3Aabcdef.ghi; theme=dark', 's%3Aabcdef'],
  ['cookie', 'set-cookie: session=opaque-session-id; HttpOnly', 'opaque-session-id'],
  ['query', 'https://api.example.com/v1/users?name=Miller&plan=gold', 'Miller'],
  ['e-mail', 'jane.doe+ai@mail.example.co.uk', 'jane.doe'],
  ['e-mail', 'ops_team@example.com', 'ops_team'],
  ['IPv4', '203.0.113.77'],
  ['IPv6', '2001:db8:85a3::8a2e:370:7334'],
  ['IPv6', 'fe80::1ff:fe23:4567:890a'],
  ['card', '4111 1111 1111 1111'],
  ['card', '5500-0000-0000-0004'],
  ['card', '378282246310005'],
  ['phone', '+49 30 901820'],
  ['phone', '+82-10-1234-5678'],
  ['phone', '(415) 555-2671'],
  ['phone', '010-1234-5678'],
  ['path', '/home/janedoe/app/server.js', 'janedoe'],
  ['path', '/Users/jane.doe/src/index.ts', 'jane.doe'],
  ['path', 'C:\\Users\\Jane Doe\\app\\main.js', 'Jane Doe'],
  // Behind what JSON and URLs write for a character, and characters that look the same
  ['JSON', '{"text":"seen:\\n203.0.113.78"}', '203.0.113.78'],
  ['JSON', '{"text":"key:\\n1f1e2d3c4b5a69788796a5b4c3d2e1f0"}', '1f1e2d3c4b5a69788796'],
  ['JSON', 'https:\\/\\/admin:hunter2222@db\\/x', 'hunter2222'],
  ['URL', 'GET /users/jane.roe%40example.com/x', 'jane.roe'],
  ['URL', 'https%3A%2F%2Fadmin%3Ahunter3333%40db.internal', 'hunter3333'],
  ['look-alike', 'sk\u2011proj\u2011abcdefghijklmnopqrst', 'abcdefghijklmnopqrst'],
  ['look-alike', 'jane.poe\uff20example.com', 'jane.poe'],
  ['look-alike', '4111\u00a01111\u00a01111\u00a01112', '1111\u00a01112'],
  ['e-mail', 'jörg.müller@example.de', 'jörg'],
  ['query', 'https://x.search.windows.net/i?$filter=name%20eq%20Muller&v=1', 'Muller'],
  ['query', 'https://api.example.com/v1?filter[name]=Moller', 'Moller'],
  ['query', 'https://api.example.com/cb#name=Mueller&state=1', 'Mueller'],
  ['IPv6', '2600:1f18:4321:aa00:1b2c:3d4e:5f60:7182:443', '5f60:7182'],
  ['IPv4', 'ip-203-0-113-79.ec2.internal', '203-0-113-79'],
  ['password', 'password=hunt2', 'hunt2'],
  ['password', '"password":"my dog barks"', 'dog barks'],
  ['password', 'password=basic-instinct-92', 'instinct-92'],
  ['password', '<password>hunter4444</password>', 'hunter4444'],
  ['password', 'DB_PASS=hunter5555', 'hunter5555'],
  ['password', '비밀번호: hunter6666', 'hunter6666'],
  ['password', '密码：hunter7777', 'hunter7777'],
  ['password', 'contraseña=hunter8888', 'hunter8888'],
  ['password', 'root:hunter9999@tcp(db:3306)/app', 'hunter9999'],
  ['secret', "'api_key' => 'f3a9-opaque-77'", 'f3a9-opaque-77'],
  ['secret', 'API_KEY_EU=f3a9-opaque-78', 'f3a9-opaque-78'],
  ['secret', 'Authorization: Token f3a9-opaque-79', 'f3a9-opaque-79'],
  ['cookie', '"set-cookie":["sid=f3a9opaque80; Path=/"]', 'f3a9opaque80'],
  ['Zhipu', '0123456789abcdef0123456789abcdef.AbCdEfGh12345678', 'AbCdEfGh12345678'],
  ['New Relic', 'NRAK-ABCDEFGH1JKLMNOPQRSTUVWXYZ2'],
  ['NuGet', 'oy2mabcdefghijklmnop3qrstuvwxyz4abcdefghijklmn'],
  ['Azure', 'k7L8Q~aBc.dEf_ghI1JkL~mNoPqRsT.uVwXyZ0123', 'mNoPqRsT'],
  ['GitHub', 'ghp_abcdefghijklmnopqrstuvwxyzABCDEFGHIJ'],
  ['Stripe', 'sk_live_abcdefghijklmnopqrstuvwx'],
  ['Volcengine', '3f9a6f2e-1111-4222-8333-444455556666'],
  ['password', 'mongodb://app:hun/ter1010@db:27017/shop', 'ter1010'],
  ['e-mail', 'jane.doe@localhost', 'jane.doe'],
  ['one-time code', 'your verification code is 482913', '482913'],
  ['one-time code', '验证码：573920', '573920'],
  ['number', 'customer 4155552673', '4155552673'],
  ['phone', '1-415-555-2672', '555-2672'],
  ['phone', '02-1234-5679'],
  ['phone', '06 12 34 56 78'],
  ['IBAN', 'DE89 3704 0044 0532 0130 00'],
  ['path', 'c:\\users\\janedoe\\x', 'janedoe'],
];

const core = ([, text, part]: (typeof secrets)[number]) => part ?? text;

describe('planted secrets never reach the LLM', () => {
  test('are at least 60, of 25 kinds', () => {
    expect(secrets.length).toBeGreaterThanOrEqual(60);
    expect(new Set(secrets.map(([kind]) => kind)).size).toBeGreaterThanOrEqual(25);
  });

  test.each(secrets)('%s: %s', async (...secret) => {
    const [kind, text] = secret;
    const { ingest, llm } = await startApplication({
      sentry: {
        beforeSend: (event) => {
          for (const { stacktrace } of event.exception?.values ?? []) {
            for (const frame of stacktrace?.frames ?? []) frame.function = `handler ${text}`;
          }
          return event;
        },
      },
    });
    const cause = new Error(`because of ${text} the tool stopped`);
    const error = new Error(`the ${kind} assistant failed with ${text} while answering`, { cause });
    Object.assign(error, { code: text, type: text, model: text });
    Object.defineProperty(error, 'name', { value: text });
    captureAiError(error, {
      llmResponse: { text: `I saw ${text} there` },
      requestMetadata: { note: text, provider: text, model: text, [text]: 1 },
    });
    const [event] = await ingest.arrived(1);
    expect(llm.requests).toHaveLength(1);
    expect(JSON.stringify(event)).toContain(JSON.stringify(core(secret)).slice(1, -1));
    const question = JSON.stringify(llm.requests[0]?.errors[0]);
    expect(question).not.toContain(JSON.stringify(core(secret)).slice(1, -1));
    expect(question).toMatch(/assistant failed with .*while answering/);
  });
});

test('what tells errors apart stays: models, codes, numbers of tokens', async () => {
  const { ingest, llm } = await startApplication();
  const message =
    'OpenAI helper: model claude-haiku-4-5-20251001 and gpt-4o-mini-2024-07-18 used 128000 of 130123 tokens at messages.0.content, finish_reason tool_calls';
  Sentry.captureException(new Error(message));
  await ingest.arrived(1);
  expect(llm.requests[0]?.errors[0]?.message).toBe(message);
});

test("the user's own patterns and function come on top", async () => {
  const { ingest, llm } = await startApplication({ classifier: { redact: [/case \d+/] } });
  Sentry.captureException(new Error('OpenAI helper: case 77 of jane@example.com and case 78'));
  await ingest.arrived(1);
  expect(llm.requests[0]?.errors[0]?.message).toBe(
    'OpenAI helper: [redacted] of [email] and [redacted]',
  );
});

test("a user's function that throws takes the whole text with it", async () => {
  const { ingest, llm } = await startApplication({
    classifier: {
      redact: () => {
        throw new Error('own');
      },
    },
  });
  Sentry.captureException(new Error('OpenAI helper: private words'));
  await ingest.arrived(1);
  expect(JSON.stringify(llm.requests[0]?.errors)).not.toContain('private');
});

test('so does one that gives no string, and nothing is left unhandled', async () => {
  const redact = (async () => {
    throw new Error('own');
  }) as unknown as () => string;
  const { ingest, llm } = await startApplication({ classifier: { redact } });
  Sentry.captureException(new Error('OpenAI helper: other private words'));
  await ingest.arrived(1);
  await Sentry.flush(2000);
  expect(llm.requests[0]?.errors[0]?.message).toBe('[redacted]');
  expect(ingest.events).toHaveLength(1);
});

test('a value that is cut keeps no half of a secret', async () => {
  const { ingest, llm } = await startApplication();
  const upTo = (length: number) => 'word '.repeat(length / 5);
  captureAiError(new Error('no use at all'), {
    requestMetadata: {
      mail: `${upTo(485)}jane.doe@example.com`,
      card: `${upTo(485)}4111 1111 1111 1111`,
    },
  });
  await ingest.arrived(1);
  const sent = JSON.stringify(llm.requests[0]?.errors);
  expect(sent).toContain('word');
  expect(sent).not.toMatch(/jane|4111/);
});

test("the application's own headers for OpenAI stay at home", async () => {
  vi.stubEnv(
    'OPENAI_CUSTOM_HEADERS',
    'X-Company: s3cr3t\nAuthorization: Bearer of-the-application',
  );
  onTestFinished(() => void vi.unstubAllEnvs());
  const { ingest, llm } = await startApplication();
  Sentry.captureException(new Error('OpenAI helper: headers at home'));
  await ingest.arrived(1);
  expect(llm.requests[0]?.headers.authorization).toBe('Bearer test-key');
  expect(llm.requests[0]?.headers).not.toHaveProperty('x-company');
});

test('metadata whose name or number is a secret', async () => {
  const { ingest, llm } = await startApplication();
  captureAiError(new Error('no use'), {
    requestMetadata: {
      apiKey: 'short',
      password: 'two words',
      card: 4111111111111111,
      promptTokens: 128_000,
      cached: true,
    },
  });
  await ingest.arrived(1);
  expect(llm.requests[0]?.errors[0]?.context).toEqual({
    apiKey: '[redacted]',
    password: '[redacted]',
    card: '[number]',
    promptTokens: 128_000,
    cached: true,
  });
});
