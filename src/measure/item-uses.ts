import { none, type RowLists } from "../model/corpus.js";

/** How a group of people used an item. */
export interface ItemUse {
  readonly item: number;
  /** Different people. */
  readonly authors: number;
  /** Those of them who may be named. */
  readonly namedAuthors: number;
  readonly count: number;
  /** Posts with it. */
  readonly documents: number;
}

export interface ItemCounter {
  /** What is used in these posts, an author's posts one after the other. O(items in them). */
  over(posts: Int32Array): ItemUse[];
}

export interface ItemsOfPosts {
  readonly rows: RowLists;
  readonly itemCount: number;
  /** One a post. */
  readonly author: Int32Array;
  /** 1 for people who are never named, one an account. */
  readonly withheld: Uint8Array;
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
    over(posts) {
      const met: number[] = [];
      for (const post of posts) {
        for (let at = rows.offsets[post]; at < rows.offsets[post + 1]; at += 1) {
          const item = rows.values[at];
          if (item === none) continue;
          if (count[item] === 0) met.push(item);
          meet(item, post);
        }
      }
      const uses = met.map((item) => ({
        item,
        authors: authors[item],
        namedAuthors: namedAuthors[item],
        count: count[item],
        documents: documents[item],
      }));
      for (const column of [authors, namedAuthors, count, documents]) {
        for (const item of met) column[item] = 0;
      }
      return uses;
    },
  };
}
