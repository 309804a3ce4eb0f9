import { type Corpus, none } from "../model/corpus.js";
import type { Csr } from "../model/csr.js";

/**
 * Which items two people or more who may be named have in their posts, one an item: nothing else of
 * what posts hold is on any list of a report. O(items in posts).
 */
export function sharedByNamed(
  { posts }: Corpus,
  withheld: Uint8Array,
  { offsets, columns: values }: Csr,
  itemCount: number,
): Uint8Array {
  const first = new Int32Array(itemCount).fill(none);
  const isShared = new Uint8Array(itemCount);
  for (const [post, author] of posts.author.entries()) {
    if (author === none || withheld[author] === 1) continue;
    for (let at = offsets[post]; at < offsets[post + 1]; at += 1) {
      const item = values[at];
      if (item === none) continue;
      if (first[item] === none) first[item] = author;
      else if (first[item] !== author) isShared[item] = 1;
    }
  }
  return isShared;
}
