export const TICKETS = [
  'My kettle arrived without its lid. Can you send me one?',
  'I was charged twice for order 4711.',
  'How do I descale the coffee machine?',
];

export const COMPLAINT = 'Ich bringe euren Fahrer um, wenn er noch einmal das Paket wirft!';

/** A week of tickets. */
export const BACKLOG = TICKETS.join('\n').repeat(30);

/** All of the coffee machine's manual. */
export const MANUAL = 'Fill the tank, close the lid, and press the button. '.repeat(12_000);

/** With every annex. */
export const CONTRACT = 'The supplier delivers within thirty days of the order. '.repeat(16_000);
