/** The command ran and could not do what it is for: told with what to do about it, exit code 1. */
export class Failed extends Error {}
