/** Tokens, by the origin that they may be sent to. */
export type Secrets = ReadonlyMap<string, string>;

/**
 * A text in which every secret is replaced, also one that is escaped as in JSON or an address, or
 * in another case, as names of hosts are: whatever is kept or shown goes through here.
 */
export function withoutSecrets(text: string, secrets: Secrets): string {
  // The longest first: one that another begins with would leave that one's end behind.
  const longestFirst = [...secrets.values()].sort((a, b) => b.length - a.length);
  return longestFirst.reduce((clean, secret) => clean.replace(writings(secret), "[secret]"), text);
}

/** Matches a secret, which is ASCII, however each of its characters is written. */
function writings(secret: string): RegExp {
  const characters = Array.from(secret, (character) => {
    const hex = character.charCodeAt(0).toString(16).padStart(2, "0");
    // JSON within JSON has three backslashes; more would take long to look through.
    return `(?:\\\\{0,3}\\x${hex}|\\\\{1,3}u00${hex}|%${hex})`;
  });
  return new RegExp(characters.join(""), "giu");
}
