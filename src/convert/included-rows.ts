import { type Corpus, none } from "../model/corpus.js";
import { postOrigins } from "../model/item.js";
import type { Selection } from "../model/selection.js";

/** 1 for what is to be written, one a row of the corpus. */
export interface IncludedRows {
  readonly posts: Uint8Array;
  readonly accounts: Uint8Array;
  readonly ties: Uint8Array;
  /** One a post: index into `postOrigins`. */
  readonly origin: Uint8Array;
  /** 1 for who belongs to the network whether anything ties them or not. */
  readonly isListed: Uint8Array;
}

const referenced = postOrigins.indexOf("referenced");

/**
 * The posts that were asked for, those that they answer, repost or quote, and so on, and everybody who
 * wrote one, is named by one, or belongs to a tie or the network. O(posts + relations + ties).
 */
export function includeSelected(corpus: Corpus, selection: Selection): IncludedRows {
  const posts = Uint8Array.from(selection.origin, (origin) => (origin === referenced ? 0 : 1));
  const accounts = selection.isListed.slice();
  const mark = (account: number): void => {
    if (account !== none) accounts[account] = 1;
  };
  const { offsets, account, post: target } = corpus.relations;
  const left = [...posts.keys()].filter((post) => posts[post] === 1);
  for (let post = left.pop(); post !== undefined; post = left.pop()) {
    mark(corpus.posts.author[post]);
    for (let at = offsets[post]; at < offsets[post + 1]; at += 1) {
      mark(account[at]);
      if (target[at] === none || posts[target[at]] === 1) continue;
      posts[target[at]] = 1;
      left.push(target[at]);
    }
  }
  for (const [tie, isThere] of selection.hasTie.entries()) {
    if (isThere === 0) continue;
    mark(corpus.ties.source[tie]);
    mark(corpus.ties.target[tie]);
  }
  const { origin, hasTie: ties, isListed } = selection;
  return { posts, accounts, ties, origin, isListed };
}

/** Everything that was read. */
export function includeAll(corpus: Corpus): IncludedRows {
  return {
    posts: new Uint8Array(corpus.posts.count).fill(1),
    accounts: new Uint8Array(corpus.accounts.length).fill(1),
    ties: new Uint8Array(corpus.ties.count).fill(1),
    origin: corpus.posts.origin,
    isListed: corpus.isListed,
  };
}
