'use client';

import { useChat } from '@ai-sdk/react';
import { type FormEvent, useState } from 'react';

export default function Chat() {
  const { messages, sendMessage, error, status } = useChat();
  const [input, setInput] = useState('');
  const [title, setTitle] = useState('Chat');

  function submit(event: FormEvent) {
    event.preventDefault();
    sendMessage({ text: input });
    if (messages.length === 0) nameAfter(input);
    setInput('');
  }

  /** A chat without a title is as good. */
  async function nameAfter(text: string) {
    const response = await fetch('/api/title', { method: 'POST', body: JSON.stringify({ text }) });
    if (response.ok) setTitle((await response.json()).title);
  }

  return (
    <main>
      <h1>{title}</h1>
      {messages.map(({ id, role, parts }) => (
        <p key={id}>
          <b>{role}</b> {parts.map((part) => (part.type === 'text' ? part.text : ''))}
        </p>
      ))}
      {error && <p role="alert">{error.message}</p>}
      <form onSubmit={submit}>
        <input
          aria-label="Message"
          value={input}
          onChange={(event) => setInput(event.target.value)}
        />
        <button type="submit" disabled={status === 'submitted' || status === 'streaming'}>
          Send
        </button>
      </form>
    </main>
  );
}
