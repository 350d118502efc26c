/** What was typed or piped in cannot be used: told in one line, exit code 2. */
export class BadInput extends Error {}
