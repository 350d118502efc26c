import { phrases } from '../facts/phrases.js';
import { ECHO } from './echo.js';
import type { BuiltInRule } from './rule.js';
import { VAGUE } from './statuses.js';

const category = 'context_loss_error';

/** The conversation's state is broken: told from other 400 and 404 by what they say is missing. */
export const CONTEXT_LOSS_RULES: readonly BuiltInRule[] = [
  {
    // OpenAI chat and responses, Anthropic messages, Bedrock Converse, Gemini function calling, DeepSeek,
    // Mistral, Cohere, LangGraph, Vercel AI SDK
    name: 'orphan-tool-call',
    category,
    confidence: 0.96,
    when: {
      status: VAGUE,
      says: [
        ...phrases(
          'role tool must be a response to a … message',
          'tool call ids did not have response messages',
          'unexpected tool use id|unexpected tool result|each tool use must have',
          'each tool use block must have|each tool call must have|no tool use block with',
          'no tool use block for|no tool use block found for|no matching tool use',
          'no corresponding tool use|missing reasoning item|required by function call',
          'tooluse blocks … duplicate ids|tool use concurrency',
          'conversation blocks and tool result blocks',
          'conversation blocks and tool use blocks|tool result … tool id … not found',
          'tool calls 之后必须|tool calls之后必须|duplicate item found',
          'encrypted content … could not be verified|encrypted content was not issued',
        ),
        // Calls and results in one breath: about the pair
        ...phrases(
          'tool use … tool result|tool result … tool use|tooluse … toolresult',
          'toolresult … tooluse|tool call … tool message|tool message … tool call',
          'tool call … toolmessage|tool call … tool 消息',
          'function call … function response|function response … function call',
          'tool use ids must be unique',
          'expected toolresult blocks',
          'no matching tool call|no tool output found for|no function call found for',
          'no tool call found for|function call turn comes immediately after',
          'function response turn comes immediately after',
          'number of function calls and responses|unexpected tool call id',
          'tool call id … not found|missing … tool results',
          'missing tool result|missing tool output|工具调用结果缺失|缺少工具调用结果',
          '도구 호출 결과가 누락|ツール呼び出しの結果がありません|tool result is missing',
          'tool results are missing|toolinvocation must have a result',
          'do not have a corresponding toolmessage|tool result … without … tool call',
          'tool message … without|tool messages … must follow|tool call … has no result',
          'tool result … no matching call|tool call … has no response',
          'function response … without|does not match any tool call',
          'was provided without its required|without its required reasoning item',
          'reasoning content … must be passed back|missing reasoning content',
          'missing a thought signature|missing thought signature',
          'thought signature is not valid|must start with a thinking block',
          'invalid signature in thinking block|thinking … blocks … cannot be modified',
        ),
      ],
      saysNot: [ECHO],
    },
    advice: 'orphanToolCall',
  },
  {
    // ai: the messages hold a call whose result is gone
    name: 'orphan-tool-call-class',
    category,
    confidence: 0.96,
    when: { type: ['AI_MissingToolResultsError', 'MissingToolResultsError'] },
    advice: 'orphanToolCall',
  },
  {
    // OpenAI, Anthropic, Bedrock, Gemini, DeepSeek, Mistral, Perplexity, chat templates of local models
    name: 'role-order',
    category,
    confidence: 0.955,
    when: {
      status: VAGUE,
      says: phrases(
        'roles should be alternating|must alternate|should alternate',
        'unexpected role … after role|successive user or assistant messages',
        'messages length must be odd|length of messages must be odd|first message must',
        'last message must|last message of … must|last message role must',
        'must start with a user|must start with user|must end with a user',
        'expected last role user|content should be with role user',
        'final position … pre fill|assistant message prefill|with a single user role',
        'system message must be at the beginning|system message should be the first',
        'system prompt should always be the first|multiple system messages',
        'multiple non consecutive system messages|messages must not be empty',
        'messages cannot be empty|messages array is empty|messages is empty',
        'messages list is empty|message history is empty|messages too short 1',
        'empty messages|at least one message is required|contents is not specified',
        'contents are required|contents must not be empty|must have a user message',
        'must contain at least one user|requires a thread with a user message',
        'no user query found in messages',
        'elements with the role of user',
        'only one system message',
      ),
      saysNot: [ECHO],
    },
    advice: 'roleOrder',
  },
  {
    // @mlc-ai/web-llm, error.ts
    name: 'role-order-class',
    category,
    confidence: 0.95,
    when: { type: ['SystemMessageOrderError', 'MessageOrderError'] },
    advice: 'roleOrder',
  },
  {
    // OpenAI assistants, responses and realtime; Mistral and MCP sessions; LangGraph: ids that are gone
    name: 'state-gone',
    category,
    confidence: 0.955,
    when: {
      status: [...VAGUE, 410],
      says: phrases(
        'no thread found|no run found|no run step found|no message found with id',
        'no conversation found|no such thread|previous response with id',
        'previous response … not found|previous response … expired',
        'response with id … not found|conversation with id … not found',
        'item with id … not found|error truncating item|do not accept tool outputs',
        'already has an active run|is already active for thread',
        'already has an active response|while a run … is active|thread is locked',
        'session not found|no valid session id|thread … expired|thread … not found',
        'thread … does not exist|conversation … does not exist|session … does not exist',
        'conversation not found|conversation … no longer exists|response … has expired',
        'run … has expired|container is expired|conversation state … lost',
        'container … has expired|checkpoint not found',
        'context … has been lost|session hit the maximum duration',
        'conversation history … lost|lost … conversation context|会话不存在|会话 … 过期',
        '会话 … 失效|对话 … 失效|对话不存在|上下文丢失|上下文已丢失|会話履歴が失われ|perdió el historial',
        'historial de conversación … perdi|gesprächsverlauf … verloren',
        'historique de conversation … perdu|会話 … 見つかりません',
        'スレッドが見つかりません|スレッド … 期限|セッション … 期限',
        'セッションが見つかりません|대화를 찾을 수 없|대화 기록을 찾을 수 없',
        '스레드를 찾을 수 없|세션이 만료|세션을 찾을 수 없|conversación no encontrada',
        'conversación ha expirado|hilo no encontrado|sesión … no encontrada',
        'konversation … nicht gefunden|sitzung … nicht gefunden',
        'conversation introuvable|session introuvable',
        'conversation context … expired|conversation context … lost',
        'kontext … abgelaufen|conversation a expiré',
        'contexto … ha expirado',
        'contexto … expirou|контекст … потерян',
        'コンテキストが失われ|컨텍스트가 만료|上下文 … 失效',
      ),
      saysNot: [ECHO],
    },
    advice: 'stateGone',
  },
  {
    // OpenAI "Error codes"; Mistral 3230; LangChain INVALID_TOOL_RESULTS
    name: 'state-gone-code',
    category,
    confidence: 0.97,
    when: {
      code: [
        'previous_response_not_found',
        'conversation_already_has_active_response',
        'invalid_request_message_order',
        'conversation_not_found',
        'invalid_thread',
        'INVALID_TOOL_RESULTS',
      ],
    },
    advice: 'stateGone',
  },
];
