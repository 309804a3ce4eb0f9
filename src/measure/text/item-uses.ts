import { none } from "../../model/corpus.js";
import type { Csr } from "../../model/csr.js";
import type { PerAccount } from "../../model/per-index.js";

/** How some people used items: a column each, by item, 0 for what they did not use. */
export interface ItemUses {
  /** What they used, in the order of first use. */
  readonly items: readonly number[];
  /** Different people. */
  readonly authors: Int32Array;
  /** Those of them who may be named. */
  readonly namedAuthors: Int32Array;
  readonly count: Int32Array;
  /** Posts with it. */
  readonly documents: Int32Array;
}

export interface ItemCounter {
  /**
   * Shows `look` what is used in these posts, an author's posts one after the other; the columns are
   * others' after it. O(items in the posts).
   */
  over<Seen>(posts: Int32Array, look: (uses: ItemUses) => Seen): Seen;
}

interface ItemsOfPosts {
  readonly rows: Csr;
  readonly itemCount: number;
  /** One a post. */
  readonly author: Int32Array;
  /** 1 for people who are never named. */
  readonly withheld: PerAccount<Uint8Array>;
}

/** Counts items over one group after another, with columns that are made once. */
export function startItemCounter({ rows, itemCount, author, withheld }: ItemsOfPosts): ItemCounter {
  const authors = new Int32Array(itemCount);
  const namedAuthors = new Int32Array(itemCount);
  const count = new Int32Array(itemCount);
  const documents = new Int32Array(itemCount);
  const lastAuthor = new Int32Array(itemCount);
  const lastPost = new Int32Array(itemCount);

  const meet = (item: number, post: number): void => {
    count[item] += 1;
    if (documents[item] === 0 || lastPost[item] !== post) {
      lastPost[item] = post;
      documents[item] += 1;
    }
    if (authors[item] === 0 || lastAuthor[item] !== author[post]) {
      lastAuthor[item] = author[post];
      authors[item] += 1;
      if (withheld[author[post]] === 0) namedAuthors[item] += 1;
    }
  };

  return {
    over(posts, look) {
      const items: number[] = [];
      for (const post of posts) {
        for (let at = rows.offsets[post]; at < rows.offsets[post + 1]; at += 1) {
          const item = rows.columns[at];
          if (item === none) continue;
          if (count[item] === 0) items.push(item);
          meet(item, post);
        }
      }
      const seen = look({ items, authors, namedAuthors, count, documents });
      for (const column of [authors, namedAuthors, count, documents]) {
        for (const item of items) column[item] = 0;
      }
      return seen;
    },
  };
}
