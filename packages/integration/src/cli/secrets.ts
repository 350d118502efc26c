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
