/**
 * The form in which hashtags compare: NFKC, lower case, without the leading `#`.
 * Full-width and half-width spellings of one tag fall together, as on Mastodon.
 */
export function normaliseHashtag(written: string): string {
  return written.normalize("NFKC").trim().replace(/^#+/u, "").toLowerCase();
}
