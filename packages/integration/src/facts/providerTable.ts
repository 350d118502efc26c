/** Who answers with errors, and how to tell: one line per provider, gateway or local server. */
export interface Provider {
  name: string;
  /** npm packages that talk to this provider only. */
  packages?: readonly string[];
  /** Ends of host names. */
  hosts?: readonly string[];
  /** Names in messages that mean this provider and nothing else, from where a word begins. Lower case. */
  names?: readonly string[];
  /** Starts of class names that only its SDK has. */
  classes?: readonly string[];
  /** Starts of model names that only it makes. Used last: many gateways serve the same models. */
  models?: readonly string[];
}

export const PROVIDERS: readonly Provider[] = [
  {
    name: 'azure',
    packages: ['@azure/openai', '@azure-rest/ai-inference', '@ai-sdk/azure'],
    hosts: ['openai.azure.com', 'services.ai.azure.com', 'models.ai.azure.com'],
    names: ['azure openai', 'azureopenai', 'cognitiveservices', 'azure content management'],
    classes: ['AzureOpenAI'],
  },
  {
    name: 'anthropic',
    packages: ['@anthropic-ai/sdk', '@ai-sdk/anthropic', '@langchain/anthropic'],
    hosts: ['api.anthropic.com'],
    names: ['anthropic', 'platform.claude.com', 'claude api'],
    classes: ['Anthropic'],
    models: ['claude-'],
  },
  {
    name: 'google',
    packages: [
      '@google/genai',
      '@google/generative-ai',
      '@google-cloud/vertexai',
      '@ai-sdk/google',
      '@ai-sdk/google-vertex',
      '@langchain/google-genai',
    ],
    hosts: [
      'generativelanguage.googleapis.com',
      'aiplatform.googleapis.com',
      'cloudcode-pa.googleapis.com',
    ],
    names: ['generativelanguage', 'aiplatform', 'vertex ai', 'googlegenerativeai', 'ai.google.dev'],
    classes: ['GoogleGenerativeAI'],
    models: ['gemini-', 'gemma-'],
  },
  {
    name: 'bedrock',
    packages: [
      '@aws-sdk/client-bedrock-runtime',
      '@aws-sdk/client-bedrock-agent-runtime',
      '@ai-sdk/amazon-bedrock',
      '@anthropic-ai/bedrock-sdk',
      '@langchain/aws',
    ],
    names: ['bedrock', 'awsbedrock', 'amazonbedrock'],
    classes: ['Bedrock'],
  },
  {
    name: 'mistral',
    packages: ['@mistralai/mistralai', '@ai-sdk/mistral', '@langchain/mistralai'],
    hosts: ['api.mistral.ai'],
    names: ['mistralai'],
    models: ['mistral-', 'codestral'],
  },
  {
    name: 'cohere',
    packages: ['cohere-ai', '@ai-sdk/cohere', '@langchain/cohere'],
    hosts: ['api.cohere.com', 'api.cohere.ai'],
    names: ['dashboard.cohere.com', 'docs.cohere.com'],
    classes: ['Cohere'],
    models: ['command-r'],
  },
  {
    name: 'groq',
    packages: ['groq-sdk', '@ai-sdk/groq', '@langchain/groq'],
    hosts: ['api.groq.com'],
    names: ['console.groq.com'],
    classes: ['Groq'],
  },
  {
    name: 'deepseek',
    packages: ['@ai-sdk/deepseek', '@langchain/deepseek'],
    hosts: ['api.deepseek.com'],
    models: ['deepseek-'],
  },
  {
    name: 'xai',
    packages: ['@ai-sdk/xai', '@langchain/xai'],
    hosts: ['api.x.ai'],
    names: ['console.x.ai'],
    models: ['grok-'],
  },
  {
    name: 'perplexity',
    packages: ['@ai-sdk/perplexity', '@perplexity-ai/perplexity_ai'],
    hosts: ['api.perplexity.ai'],
    names: ['www.perplexity.ai'],
  },
  {
    name: 'openrouter',
    packages: ['@openrouter/ai-sdk-provider', '@openrouter/sdk'],
    hosts: ['openrouter.ai'],
    names: ['openrouter'],
  },
  {
    name: 'together',
    packages: ['together-ai', '@ai-sdk/togetherai'],
    hosts: ['api.together.xyz', 'api.together.ai'],
  },
  {
    name: 'fireworks',
    packages: ['@ai-sdk/fireworks'],
    hosts: ['api.fireworks.ai'],
    names: ['fireworks.ai'],
  },
  {
    name: 'huggingface',
    packages: ['@huggingface/inference'],
    hosts: ['router.huggingface.co', 'api-inference.huggingface.co'],
    classes: ['InferenceClient'],
  },
  { name: 'replicate', packages: ['replicate'], hosts: ['api.replicate.com'] },
  {
    name: 'cloudflare',
    packages: ['workers-ai-provider', '@langchain/cloudflare'],
    hosts: ['gateway.ai.cloudflare.com'],
    names: ['workers ai'],
  },
  { name: 'zhipu', packages: ['zhipuai-sdk-nodejs-v4'], hosts: ['open.bigmodel.cn', 'api.z.ai'] },
  { name: 'moonshot', hosts: ['api.moonshot.cn', 'api.moonshot.ai'] },
  {
    name: 'dashscope',
    hosts: ['dashscope.aliyuncs.com', 'dashscope-intl.aliyuncs.com'],
    names: ['dashscope'],
  },
  { name: 'minimax', hosts: ['api.minimax.chat', 'api.minimax.io', 'api.minimaxi.com'] },
  { name: 'siliconflow', hosts: ['api.siliconflow.cn', 'api.siliconflow.com'] },
  { name: 'volcengine', hosts: ['ark.cn-beijing.volces.com', 'volces.com/api/v3'] },
  { name: 'baidu', hosts: ['qianfan.baidubce.com', 'aip.baidubce.com'], names: ['qianfan'] },
  { name: 'hunyuan', hosts: ['hunyuan.tencentcloudapi.com', 'api.hunyuan.cloud.tencent.com'] },
  { name: 'xunfei', hosts: ['xf-yun.com'] },
  { name: 'stepfun', hosts: ['api.stepfun.com'] },
  { name: 'upstage', hosts: ['api.upstage.ai'], models: ['solar-'] },
  { name: 'clova', hosts: ['clovastudio.stream.ntruss.com', 'clovastudio.apigw.ntruss.com'] },
  { name: 'nvidia', hosts: ['integrate.api.nvidia.com', 'ai.api.nvidia.com'] },
  { name: 'cerebras', packages: ['@cerebras/cerebras_cloud_sdk'], hosts: ['api.cerebras.ai'] },
  { name: 'sambanova', hosts: ['api.sambanova.ai'] },
  { name: 'deepinfra', packages: ['@ai-sdk/deepinfra'], hosts: ['api.deepinfra.com'] },
  { name: 'novita', hosts: ['api.novita.ai'] },
  { name: 'nebius', hosts: ['api.studio.nebius.ai', 'api.studio.nebius.com'] },
  { name: 'hyperbolic', hosts: ['api.hyperbolic.xyz'] },
  { name: 'ai21', hosts: ['api.ai21.com'], models: ['jamba-'] },
  { name: 'voyage', packages: ['voyageai', 'voyage-ai-provider'], hosts: ['api.voyageai.com'] },
  { name: 'jina', hosts: ['api.jina.ai'] },
  { name: 'watsonx', packages: ['@ibm-cloud/watsonx-ai'], hosts: ['ml.cloud.ibm.com'] },
  {
    name: 'github',
    hosts: ['models.github.ai', 'models.inference.ai.azure.com', 'api.githubcopilot.com'],
  },
  {
    name: 'vercel',
    packages: ['@ai-sdk/gateway', '@ai-sdk/vercel'],
    hosts: ['ai-gateway.vercel.sh'],
  },
  { name: 'helicone', hosts: ['oai.helicone.ai', 'ai-gateway.helicone.ai'] },
  { name: 'holysheep', hosts: ['api.holysheep.ai'] },
  { name: 'litellm', names: ['litellm'] },
  { name: 'portkey', packages: ['portkey-ai'], hosts: ['api.portkey.ai'], names: ['portkey'] },
  {
    name: 'ollama',
    packages: ['ollama', 'ollama-ai-provider', '@langchain/ollama'],
    names: ['ollama', 'llama runner'],
  },
  { name: 'llama.cpp', packages: ['node-llama-cpp'], names: ['llama.cpp', 'llama-server'] },
  { name: 'vllm', names: ['vllm'] },
  { name: 'lmstudio', packages: ['@lmstudio/sdk'], names: ['lm studio'] },
  {
    // After all the others: its SDK and its words are used by most of them.
    name: 'openai',
    packages: ['openai', '@ai-sdk/openai', '@langchain/openai'],
    hosts: ['api.openai.com'],
    names: ['openai'],
    classes: ['OpenAI'],
    models: ['gpt-', 'o1-', 'o3-', 'o4-', 'chatgpt-', 'text-embedding-', 'dall-e'],
  },
];

/** Packages that work with LLMs of several providers. */
export const LLM_FRAMEWORKS: readonly string[] = [
  'ai',
  'instructor',
  '@firebase/ai',
  'token.js',
  '@azure-rest/ai-inference',
  '@copilotkit/runtime',
  '@assistant-ui/react',
  '@voltagent/core',
  '@browserbasehq/stagehand',
];

/** Paths that only LLM endpoints have: OpenAI-compatible ones, Google's, Bedrock's. */
export const LLM_PATH =
  /\/chat\/completions(?![\w-])|\b(?:localhost|127\.0\.0\.1|0\.0\.0\.0|host\.docker\.internal):\d{2,5}\/v1\/models(?![\w/-])|\/ai\/run\/@|\bbedrock(?:-agent)?-runtime\.|\/v1\/(?:completions|embeddings)(?![\w-])|:(?:stream)?generateContent\b/i;
export const BEDROCK_PATH = /\/model\/[^/\s]{1,100}\/(?:invoke|converse)/;

/** Paths that others may have too: OpenAI's and Anthropic's newer ones, Ollama's. */
export const LIKELY_LLM_PATH = /\/v1\/(?:responses|messages)\b|\/api\/(?:chat|generate)\b/;

/** Providers whose SDKs are used to call others, too. */
export const SHARED_SDKS: ReadonlySet<string> = new Set(['openai', 'anthropic']);
