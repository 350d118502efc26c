import { generateText } from 'ai';
import { z } from 'zod';
import { model } from '../../../model';

export const runtime = 'edge';

const Question = z.object({ text: z.string().min(1) });

/** Names a conversation after its first message. What it throws, Next.js hands to Sentry. */
export async function POST(request: Request): Promise<Response> {
  const question = Question.safeParse(await request.json());
  if (!question.success) return Response.json({ message: 'text is missing' }, { status: 400 });
  const { text } = await generateText({
    model,
    system: 'Give this conversation a title of five words at most.',
    prompt: question.data.text,
    maxRetries: 0,
  });
  return Response.json({ title: text });
}
