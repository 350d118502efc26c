import { beforeAll, describe, expect, test } from 'vitest';
import { classificationOf } from './helpers/application.js';
import { anthropicCells } from './sdk-matrix/anthropic.js';
import { bedrockCells } from './sdk-matrix/bedrock.js';
import { captureAll } from './sdk-matrix/capture.js';
import { cohereCells } from './sdk-matrix/cohere.js';
import { googleCells } from './sdk-matrix/google.js';
import { groqCells } from './sdk-matrix/groq.js';
import { langchainCells } from './sdk-matrix/langchain.js';
import { mistralCells } from './sdk-matrix/mistral.js';
import { ollamaCells } from './sdk-matrix/ollama.js';
import { openaiCells } from './sdk-matrix/openai.js';
import { ordinaryCells } from './sdk-matrix/ordinary.js';
import { plainFetchCells } from './sdk-matrix/plainFetch.js';
import { vercelAiCells } from './sdk-matrix/vercelAi.js';

const llmCells = [
  ...openaiCells,
  ...anthropicCells,
  ...googleCells,
  ...bedrockCells,
  ...mistralCells,
  ...cohereCells,
  ...groqCells,
  ...ollamaCells,
  ...vercelAiCells,
  ...langchainCells,
  ...plainFetchCells,
];
const cells = [...llmCells, ...ordinaryCells];

describe('what real SDKs throw', () => {
  let events: Awaited<ReturnType<typeof captureAll>>;

  beforeAll(async () => {
    events = await captureAll(cells);
  }, 180_000);

  test.each(cells)('$name', ({ name, expected }) => {
    const event = events.get(name);
    expect(event, 'the call did not fail').toBeDefined();
    const { category, source, provider, status, retryable, retry_after_ms, ...rest } =
      classificationOf(event) ?? {};
    expect({ category, source, provider, status, retryable, retry_after_ms }).toEqual(
      expected ? { source: 'rules', ...expected } : {},
    );
    expect(event?.tags).toEqual({
      cell: name,
      ...(expected && {
        ai_error_category: category,
        ai_error_confidence: Number(rest.confidence).toFixed(2),
        ai_error_source: source,
        ai_error_retryable: String(retryable),
        ...(provider !== undefined && { ai_error_provider: provider }),
      }),
    });
    if (expected) expect(rest.suggestion).toMatch(/\w{3}/);
  });

  test('at least 120 different failures', () => {
    expect(new Set(llmCells.map(({ name }) => name)).size).toBe(llmCells.length);
    expect(llmCells.length).toBeGreaterThanOrEqual(120);
  });
});
