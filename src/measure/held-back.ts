import type { Account } from "../model/account.js";
import { canonicalLink } from "../model/canonical-link.js";
import { type Corpus, none } from "../model/corpus.js";
import { splitWords } from "../model/words.js";

/** Tells whether a text or a link leads to somebody who is never named. */
export interface HeldBack {
  isText(text: string): boolean;
  isLink(link: string): boolean;
}

/** A word that so many people carry in their names says nothing of who one of them is. */
const bearers = 5;

/**
 * What would name people who have opted out: their handles and names, whole and word by word, and
 * the pages of theirs and of their posts. A word of a longer name is free where five accounts or
 * more carry it, as `data` may be; the whole name never is. O(names + posts).
 */
export function findHeldBack(corpus: Corpus, withheld: Uint8Array): HeldBack {
  const people = corpus.accounts.filter((_, account) => withheld[account] === 1);
  const carried = countBearers(people.length === 0 ? [] : corpus.accounts);
  const words = new Set<string>();
  const pages = new Set<string>();
  for (const { handle, name, url } of people) {
    for (const whole of [handle, name]) {
      const parts = nameWords(whole);
      if (parts.length === 0) continue;
      words.add(parts.join(""));
      for (const part of parts) {
        if (parts.length === 1 || (carried.get(part) ?? 0) < bearers) words.add(part);
      }
    }
    if (handle !== undefined) words.add(handle.toLowerCase());
    if (url !== undefined) pages.add(canonicalLink(url));
  }
  const { author, url } = corpus.posts;
  for (const [post, page] of url.entries()) {
    if (page === undefined || author[post] === none || withheld[author[post]] === 0) continue;
    pages.add(canonicalLink(page));
  }
  const isText = (text: string): boolean => {
    if (words.size === 0) return false;
    const parts = splitWords(text);
    return (
      words.has(text) ||
      words.has(parts.join("")) ||
      parts.some((part) => words.has(part) || nameWords(part).some((piece) => words.has(piece)))
    );
  };
  return { isText, isLink: (link) => pages.has(link) || isText(decoded(link)) };
}

/** Words of a handle or a name; `dora_quill` and `dora.quill` are two. */
function nameWords(text: string | undefined): string[] {
  return text === undefined ? [] : splitWords(text.replaceAll("_", " "));
}

function countBearers(accounts: readonly Account[]): Map<string, number> {
  const carried = new Map<string, number>();
  for (const { handle, name } of accounts) {
    for (const word of new Set([...nameWords(handle), ...nameWords(name)])) {
      carried.set(word, (carried.get(word) ?? 0) + 1);
    }
  }
  return carried;
}

function decoded(link: string): string {
  try {
    return decodeURIComponent(link);
  } catch {
    // A stray percent sign: what is left is as it is written.
    return link;
  }
}
