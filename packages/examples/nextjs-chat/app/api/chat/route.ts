import * as Sentry from '@sentry/nextjs';
import { convertToModelMessages, streamText, type UIMessage } from 'ai';
import { model } from '../../../model';

/** Streams the assistant's answer to the page. */
export async function POST(request: Request): Promise<Response> {
  const { messages }: { messages: UIMessage[] } = await request.json();
  const result = streamText({
    model,
    messages: await convertToModelMessages(messages),
    maxRetries: 1,
    // Errors of a stream are thrown to nobody.
    onError: ({ error }) => {
      Sentry.captureException(error);
    },
  });
  return result.toUIMessageStreamResponse({
    onError: () => 'Sorry, I cannot answer at the moment. Please try again later.',
  });
}
