export interface Mail {
  id: string;
  text: string;
}

/** Stands for the queue that a mail server fills. */
export const INBOX: readonly Mail[] = [
  { id: 'mail-1', text: 'The kettle arrived with a dent. Could I have another one?' },
  { id: 'mail-2', text: 'Your web shop says that I have reached a rate limit. What is that?' },
  { id: 'mail-3', text: 'My monthly tea quota is used up, please add some more.' },
  { id: 'mail-4', text: 'The instructions that came with the teapot are nonsense.' },
  { id: 'mail-5', text: 'Half of the invoice is missing, the page ends in the middle of a line.' },
  { id: 'mail-6', text: 'Thank you for the quick delivery!' },
];
