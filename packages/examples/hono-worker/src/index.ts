import * as Sentry from '@sentry/cloudflare';
import { Hono } from 'hono';
import { llmClassifierIntegration } from 'sentry-llm-classifier';
import { z } from 'zod';
import { summarise } from './summarise.js';

export interface Env {
  OPENAI_API_KEY: string;
  OPENAI_BASE_URL?: string;
  OPENAI_MODEL?: string;
  SENTRY_DSN?: string;
}

const Article = z.object({ text: z.string().min(1).max(100_000) });

const app = new Hono<{ Bindings: Env }>();

app.post('/summary', async (context) => {
  const article = Article.safeParse(await context.req.json().catch(() => undefined));
  if (!article.success) return context.json({ message: z.prettifyError(article.error) }, 400);
  return context.json(await summarise(article.data.text, context.env));
});

app.onError((error, context) => {
  Sentry.captureException(error);
  return context.json(
    { message: 'There is no summary at the moment. Please try again later.' },
    503,
  );
});

export default Sentry.withSentry(
  (env: Env) => ({
    dsn: env.SENTRY_DSN,
    integrations: [llmClassifierIntegration()],
  }),
  app,
);
