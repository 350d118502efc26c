import type Anthropic from '@anthropic-ai/sdk';
import type OpenAI from 'openai';
import { anthropic, gatewayAi, openai } from './clients.js';

/** Long chats are expensive: only the newest messages are sent along. */
const KEPT_MESSAGES = 2;

export async function resumeChat(): Promise<void> {
  const history: OpenAI.ChatCompletionMessageParam[] = [
    { role: 'user', content: 'Where is my order 4711?' },
    {
      role: 'assistant',
      tool_calls: [
        {
          id: 'call_1',
          type: 'function',
          function: { name: 'find_order', arguments: '{"order":4711}' },
        },
      ],
    },
    { role: 'tool', tool_call_id: 'call_1', content: 'In transit' },
    { role: 'user', content: 'And when will it arrive?' },
  ];
  await openai.chat.completions.create({
    model: 'gpt-4o',
    messages: history.slice(-KEPT_MESSAGES),
  });
}

/** The customer writes on before the refund has come back. */
export async function handleRefund(): Promise<void> {
  const history: Anthropic.MessageParam[] = [
    { role: 'user', content: 'I want my money back for order 4711.' },
    {
      role: 'assistant',
      content: [{ type: 'tool_use', id: 'toolu_01', name: 'refund', input: { order: 4711 } }],
    },
    { role: 'user', content: 'Hello? Are you still there?' },
  ];
  await anthropic.messages.create({
    model: 'claude-opus-5',
    max_tokens: 1000,
    messages: history,
  });
}

export async function continueCase(): Promise<void> {
  await gatewayAi.chat.completions.create({
    model: 'support-large',
    messages: [{ role: 'user', content: 'Please go on with my case.' }],
  });
}
