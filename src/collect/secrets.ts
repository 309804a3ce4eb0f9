/** Tokens, by the origin that they may be sent to. */
export type Secrets = ReadonlyMap<string, string>;

/** A text in which every secret is replaced: whatever is kept or shown goes through here. */
export function withoutSecrets(text: string, secrets: Secrets): string {
  let clean = text;
  for (const secret of secrets.values()) clean = clean.replaceAll(secret, "[secret]");
  return clean;
}
