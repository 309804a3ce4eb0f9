/** Whom X says in a text that a repost is from. */
export function repostedInText(text: string | undefined): string | undefined {
  return /^RT @(\w{1,50})\b/u.exec(text ?? "")?.[1];
}
