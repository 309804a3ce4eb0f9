import { type Corpus, isRepost, none } from "../model/corpus.js";
import { type InteractionTable, keepRows } from "../model/interaction.js";
import { postOrigins } from "../model/item.js";
import type { Selection } from "../model/selection.js";
import type { SliceWindow } from "../model/sliced.js";

const referenced = postOrigins.indexOf("referenced");
const found = postOrigins.indexOf("found");

/** The part of a selection that is of one stretch of time. */
export interface SelectedSlice {
  readonly selection: Selection;
  readonly interactions: InteractionTable;
  /** Own posts that count, without reposts, and reposts. */
  readonly posts: number;
  readonly reposts: number;
  /** Accounts that posted or reposted, or from whom a tie without posts runs, ascending. */
  readonly authors: Int32Array;
}

interface Sliceable {
  readonly corpus: Corpus;
  readonly selection: Selection;
  /** Of the selection. */
  readonly interactions: InteractionTable;
}

/**
 * What a stretch of time has of the posts that count and of their interactions. What has no time is in none; a
 * tie that came without posts is in where all of it is. `first` stays that of the whole, by
 * which it is told who is new; `now` is the end of the slice. O(posts + interactions).
 */
export function selectSlice(
  { corpus, selection, interactions }: Sliceable,
  { from, until }: SliceWindow,
): SelectedSlice {
  const isWithin = (time: number): boolean => time >= from && time < until;
  const origin = selection.origin.slice();
  const isAuthor = new Uint8Array(corpus.accounts.length);
  const counts = { analysed: 0, threads: 0, reposts: 0 };
  for (const [post, one] of selection.origin.entries()) {
    if (one === referenced) continue;
    if (!isWithin(selection.time[post])) origin[post] = referenced;
    else if (one !== found) counts.threads += 1;
    else {
      counts.analysed += 1;
      if (isRepost(corpus, post)) counts.reposts += 1;
      const author = corpus.posts.author[post];
      if (author !== none) isAuthor[author] = 1;
    }
  }
  const { ties } = corpus;
  const inSlice = keepRows(
    interactions,
    (row) => isWithin(interactions.firstTime[row]) && isWithin(interactions.time[row]),
  );
  for (const [row, post] of inSlice.post.entries()) {
    if (post === none) isAuthor[inSlice.source[row]] = 1;
  }
  return {
    selection: {
      ...selection,
      origin,
      analysed: counts.analysed,
      threads: counts.threads,
      hasTie: selection.hasTie.map((has, tie) =>
        has === 1 && isWithin(ties.first[tie]) && isWithin(ties.last[tie]) ? 1 : 0,
      ),
      isListed: new Uint8Array(selection.isListed.length),
      now: until,
    },
    interactions: inSlice,
    posts: counts.analysed - counts.reposts,
    reposts: counts.reposts,
    authors: Int32Array.from([...isAuthor.keys()].filter((account) => isAuthor[account] === 1)),
  };
}
