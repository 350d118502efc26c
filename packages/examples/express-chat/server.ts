import type { AddressInfo } from 'node:net';
import * as Sentry from '@sentry/node';
import express, { type ErrorRequestHandler } from 'express';
import { z } from 'zod';
import { answer, Message } from './assistant.js';

const Chat = z.object({ messages: z.array(Message).min(1) });

const app = express();
app.use(express.json());

/** Answers with server-sent events: `delta` for each piece of text, at last `done` or `error`. */
app.post('/chat', async (request, response) => {
  const chat = Chat.safeParse(request.body);
  if (!chat.success) {
    response.status(400).json({ message: z.prettifyError(chat.error) });
    return;
  }
  const send = (event: string, data: object) =>
    response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });

  const stream = answer(chat.data.messages);
  response.on('close', () => stream.abort());
  try {
    for await (const chunk of stream) {
      const text = chunk.choices[0]?.delta.content;
      if (text) send('delta', { text });
    }
    send('done', {});
  } catch (error) {
    if (response.destroyed) return; // The user has left.
    // Not left to Sentry's integration for Express: it skips errors with a status below 500, and a
    // provider's 401 or 429 is one.
    Sentry.captureException(error);
    send('error', { message: 'Sorry, I cannot answer at the moment. Please try again later.' });
  }
  response.end();
});

/** Express itself would answer with a page that holds the stack. */
const refuse: ErrorRequestHandler = (error, _request, response, _next) => {
  response.status(error.status ?? 500).json({ message: 'This is not a request for the chat.' });
};
app.use(refuse);

const server = app.listen(Number(process.env.PORT ?? 3000), (error) => {
  if (error) throw error;
  console.log(`Chat at http://localhost:${(server.address() as AddressInfo).port}/chat`);
});
