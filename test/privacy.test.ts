import { captureAiError } from 'sentry-llm-classifier';
import { describe, expect, test } from 'vitest';
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
