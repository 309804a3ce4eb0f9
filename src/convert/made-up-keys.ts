import type { Corpus } from "../model/corpus.js";
import { type HeldBack, isPostHeld } from "../model/held-back.js";
import { nameWithheld } from "../model/withheld-names.js";

/** What people and posts are called in a file that does not name everybody. */
export interface MadeUpKeys {
  /** By account or post. */
  readonly person: readonly string[];
  readonly post: readonly string[];
}

/**
 * Keys as the corpus has them, but for those of people who are withheld and of their posts, which are
 * numbered in the corpus's order. Ids that mean something to one input alone get the file's digits, so
 * that they mean nothing in another.
 */
export function makeUpKeys(
  corpus: Corpus,
  withheld: Uint8Array,
  heldBack: HeldBack,
  file: string,
): MadeUpKeys {
  return {
    person: nameRows(
      corpus.accounts.map(({ key }) => key),
      (account) => withheld[account] === 1,
      file,
    ),
    post: nameRows(
      corpus.posts.key.map((key) => key.replace(/^(input \d+)#/u, `$1 of ${file}#`)),
      (post) => isPostHeld(corpus, post, { withheld, heldBack }),
      file,
    ),
  };
}

function nameRows(
  keys: readonly string[],
  isHidden: (row: number) => boolean,
  file: string,
): readonly string[] {
  let number = 0;
  return keys.map((key, row) => {
    if (!isHidden(row)) return key;
    number += 1;
    return nameWithheld(file, number);
  });
}
