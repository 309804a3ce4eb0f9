import { type Corpus, none } from "../model/corpus.js";
import type { HeldBack } from "../model/held-back.js";
import { nameWithheld } from "../model/withheld-names.js";

/** What people and posts are called in a file that names nobody who is not to be named. */
export interface MadeUpKeys {
  /** By account or post. */
  readonly person: readonly string[];
  readonly post: readonly string[];
  /** Of a made-up key: the last real one before it, the empty text where there is none. */
  personBefore(account: number): string | undefined;
  postBefore(post: number): string | undefined;
}

/**
 * Keys as the corpus has them, but for those of people who are withheld and of their posts. Ids that
 * mean something to one input alone get the file's digits, so that they mean nothing in another.
 */
export function makeUpKeys(
  { accounts, posts }: Corpus,
  withheld: Uint8Array,
  { isLink }: HeldBack,
  file: string,
): MadeUpKeys {
  const people = nameRows(
    accounts.map(({ key }) => key),
    (account) => withheld[account] === 1,
    file,
  );
  const isHiddenPost = (post: number): boolean => {
    const author = posts.author[post];
    if (author !== none && withheld[author] === 1) return true;
    const key = posts.key[post];
    return /^https?:/iu.test(key) && isLink(key, accounts[author]?.handle);
  };
  const named = nameRows(
    posts.key.map((key) => key.replace(/^(input \d+)#/u, `$1 of ${file}#`)),
    isHiddenPost,
    file,
    // Only posts of the same time stand in the order of their keys.
    (post) => !Object.is(posts.time[post], posts.time[post - 1]),
  );
  return {
    person: people.names,
    post: named.names,
    personBefore: people.before,
    postBefore: named.before,
  };
}

function nameRows(
  keys: readonly string[],
  isHidden: (row: number) => boolean,
  file: string,
  startsAnew: (row: number) => boolean = () => false,
) {
  const before = new Map<number, string>();
  let last = "";
  const names = keys.map((key, row) => {
    if (startsAnew(row)) last = "";
    if (!isHidden(row)) {
      last = key;
      return key;
    }
    before.set(row, last);
    return nameWithheld(file, before.size);
  });
  return { names, before: (row: number): string | undefined => before.get(row) };
}
