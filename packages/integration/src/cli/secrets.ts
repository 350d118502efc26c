/** Shorter ones are placeholders: local servers take any key, and replacing them would spoil our own words. */
const SHORTEST_SECRET = 8;

/** Takes secrets out of what is printed, wherever it came from: servers and runtimes quote them in errors. */
export function hideSecrets(text: string, secrets: readonly (string | undefined)[]): string {
  return secrets.reduce<string>(
    (rest, secret) =>
      secret && secret.length >= SHORTEST_SECRET ? rest.replaceAll(secret, '[secret]') : rest,
    text,
  );
}

/** Whether it can stand in a header; copied along with it come line breaks and typographic quotes. */
export const isSendable = (secret: string): boolean => /^[\x21-\x7e]+$/.test(secret);
