/** A part of a string keeps the whole in memory; a hashtag or a word must not keep its post. */
export function detached(text: string): string {
  return Buffer.from(text).toString();
}
