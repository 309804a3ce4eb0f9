import { none } from "../../model/corpus.js";
import type { Csr } from "../../model/csr.js";
import { startItemCounter } from "../text/item-uses.js";
import type { OtherInput } from "./other-input.js";

/** What one person alone uses is that person's: as in the lists of top items. */
export const fewestUsers = 2;

interface UsedInput extends Pick<OtherInput, "corpus" | "withheld"> {
  readonly rows: Csr;
  readonly itemCount: number;
  /** An author's one after the other. */
  readonly posts: Int32Array;
  readonly isShown: (item: number) => boolean;
  /** At most so many, those that most people use. */
  readonly most?: number;
}

export interface UsedItems {
  /** Ascending. */
  readonly items: readonly number[];
  /** Item to its place among `items`; `none` for the others. */
  readonly nodeOf: Int32Array;
  /** One an item of `items`. */
  readonly posts: Int32Array;
  readonly people: Int32Array;
  readonly namedPeople: Int32Array;
  /** Items that fewer than two people who may be named use. */
  readonly ofOne: number;
  /** Items beyond the most that were asked for. */
  readonly beyond: number;
}

/** Items that two people or more use who may be named, and that name nobody who may not. */
export function findUsedItems(input: UsedInput): UsedItems {
  const { corpus, withheld, rows, itemCount, posts, isShown, most = Infinity } = input;
  const { author } = corpus.posts;
  return startItemCounter({ rows, itemCount, author, withheld }).over(posts, (uses) => {
    const { items: used, authors, namedAuthors, documents } = uses;
    const several = used.filter((item) => namedAuthors[item] >= fewestUsers);
    const shown = several
      .filter(isShown)
      .sort((a, b) => authors[b] - authors[a] || documents[b] - documents[a] || a - b);
    const items = shown.slice(0, most).sort((a, b) => a - b);
    const nodeOf = new Int32Array(itemCount).fill(none);
    for (const [node, item] of items.entries()) nodeOf[item] = node;
    return {
      items,
      nodeOf,
      posts: Int32Array.from(items, (item) => documents[item]),
      people: Int32Array.from(items, (item) => authors[item]),
      namedPeople: Int32Array.from(items, (item) => namedAuthors[item]),
      ofOne: used.length - several.length,
      beyond: shown.length - items.length,
    };
  });
}
