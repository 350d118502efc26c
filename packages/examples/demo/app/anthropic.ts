import Anthropic from '@anthropic-ai/sdk';

const anthropic = new Anthropic({ maxRetries: 0 });

function ask(messages: Anthropic.MessageParam[]) {
  return anthropic.messages.create({ model: 'claude-opus-5', max_tokens: 500, messages });
}

export function answerInFrench() {
  return ask([{ role: 'user', content: 'Answer in French: where is my kettle?' }]);
}

export function readHandbook() {
  const handbook = 'Always rinse a kettle before it is sent back to the shop. '.repeat(16_000);
  return ask([{ role: 'user', content: `What does the handbook say? ${handbook}` }]);
}

/** The tool failed, and its result was never added. */
export function lookUpOrder() {
  return ask([
    { role: 'user', content: 'Where is order 4711?' },
    {
      role: 'assistant',
      content: [{ type: 'tool_use', id: 'toolu_1', name: 'find_order', input: { id: 4711 } }],
    },
    { role: 'user', content: 'Hello? Are you there?' },
  ]);
}
