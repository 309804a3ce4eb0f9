import type { PostItem } from "../model/item.js";
import { detached } from "../text/detached.js";

/** Texts of posts by key. */
export type PostTexts = ReadonlyMap<string, string>;

interface TextKeeper {
  offer(post: PostItem): void;
  readonly texts: PostTexts;
}

/**
 * Keeps the text of each post, where that was asked for: of versions the newest, and of copies the longest and
 * then the first in the alphabet, so that their order changes nothing.
 */
export function startKeepingTexts(): TextKeeper {
  const texts = new Map<string, string>();
  const versions = new Map<string, number>();
  return {
    texts,
    offer({ key, text, version = Number.NEGATIVE_INFINITY }) {
      if (text === undefined) return;
      const known = texts.get(key);
      const knownVersion = versions.get(key) ?? Number.NEGATIVE_INFINITY;
      const isBetter =
        known === undefined ||
        version > knownVersion ||
        (version === knownVersion && isBefore(text, known));
      if (!isBetter) return;
      texts.set(key, detached(text));
      versions.set(key, version);
    },
  };
}

function isBefore(text: string, known: string): boolean {
  return text.length > known.length || (text.length === known.length && text < known);
}
