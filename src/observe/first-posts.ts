import { type Corpus, none } from "../model/corpus.js";
import { postOrigins } from "../model/item.js";
import type { PerAccount } from "../model/per-index.js";
import type { Selection } from "../model/selection.js";

const found = postOrigins.indexOf("found");

/**
 * When each account first took part in the hashtag itself, by a post or a repost: milliseconds
 * since 1970, NaN where it never did or no time is told.
 */
export function findFirstPosts(corpus: Corpus, selection: Selection): PerAccount<Float64Array> {
  const first = new Float64Array(corpus.accounts.length).fill(Number.NaN);
  for (const [post, author] of corpus.posts.author.entries()) {
    const time = selection.time[post];
    if (author === none || selection.origin[post] !== found || Number.isNaN(time)) continue;
    if (!(first[author] <= time)) first[author] = time;
  }
  return first;
}
