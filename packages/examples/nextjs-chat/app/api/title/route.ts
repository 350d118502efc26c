import * as Sentry from '@sentry/nextjs';
import { generateText } from 'ai';
import { after } from 'next/server';
import { z } from 'zod';
import { model } from '../../../model';

export const runtime = 'edge';

const Question = z.object({ text: z.string().min(1) });

/** Names a conversation after its first message. */
export async function POST(request: Request): Promise<Response> {
  const question = Question.safeParse(await request.json());
  if (!question.success) return Response.json({ message: 'text is missing' }, { status: 400 });
  try {
    const { text } = await generateText({
      model,
      system: 'Give this conversation a title of five words at most.',
      prompt: question.data.text,
      maxRetries: 0,
    });
    return Response.json({ title: text });
  } catch (error) {
    // Left to `onRequestError`, it might be reported by the Node server around this route.
    Sentry.captureException(error);
    after(() => Sentry.flush(2_000));
    return Response.json({ message: 'There is no title at the moment.' }, { status: 503 });
  }
}
