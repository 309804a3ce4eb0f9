import { type Corpus, isRepost, none } from "../../model/corpus.js";
import { hourMs } from "../../model/durations.js";
import { postOrigins } from "../../model/item.js";
import { isNewAt, newcomerMs } from "../../model/newcomer.js";
import type { Selection } from "../../model/selection.js";
import { eachReply, waitForReply } from "../node/each-reply.js";
import { median } from "../node/median.js";

export interface Replies {
  /** Of the own posts that count, the share to which somebody else replied. */
  readonly answeredShare: number | undefined;
  /** Of those, the median of the hours until the first reply. */
  readonly medianHours: number | undefined;
  /** Of the newcomers, the share to whom somebody else replied while they were new. */
  readonly newcomersAnsweredShare: number | undefined;
}

interface ReplyInput {
  readonly corpus: Corpus;
  readonly selection: Selection;
  /** When each account first took part; see `findFirstPosts`. */
  readonly firstPost: Float64Array;
}

const found = postOrigins.indexOf("found");

/**
 * How well posts are answered. A reply is one of the posts that count, or of a thread around one, by
 * somebody else than whom it answers: without collected threads, replies that leave the hashtag out
 * are not seen. An own post is one that counts, is no repost and has a known author. Time runs from
 * the post to its earliest reply that is not dated before it.
 *
 * A newcomer has a post of their own, first took part 28 days or more after the collection's first
 * post, and is new for 28 days.
 *
 * A share or median of nothing is `undefined`, and so is what is said of posts where no reply tells
 * which post it answers, and of people where none tells whom: their silence may be the source's.
 * O(posts + relations), and the times are sorted.
 */
export function measureReplies(input: ReplyInput): Replies {
  const { corpus, selection } = input;
  const firstWait = new Float64Array(corpus.posts.count).fill(Number.NaN);
  const isAnswered = new Uint8Array(corpus.posts.count);
  const isWelcomed = new Uint8Array(corpus.accounts.length);
  let isPostNamed = false;
  let isPersonNamed = false;
  for (const { from, time, person, post } of eachReply(corpus, selection)) {
    if (person !== none) {
      isPersonNamed = true;
      const isNew = isNewAt(time, input.firstPost[person], selection.first);
      if (person !== from && isNew) isWelcomed[person] = 1;
    }
    if (post === none) continue;
    isPostNamed = true;
    if (corpus.posts.author[post] === from) continue;
    isAnswered[post] = 1;
    const wait = waitForReply(selection.time[post], time);
    if (!Number.isNaN(wait) && !(firstWait[post] <= wait)) firstWait[post] = wait;
  }
  const posts = ownPosts(input);
  const newcomers = newcomersAmong(posts, input);
  const waits = posts
    .map((post) => firstWait[post] / hourMs)
    .filter((hours) => !Number.isNaN(hours));
  return {
    answeredShare: isPostNamed ? shareOf(posts, isAnswered) : undefined,
    medianHours: median(Float64Array.from(waits)),
    newcomersAnsweredShare: isPersonNamed ? shareOf(newcomers, isWelcomed) : undefined,
  };
}

function ownPosts({ corpus, selection }: ReplyInput): number[] {
  return [...selection.origin.keys()].filter(
    (post) =>
      selection.origin[post] === found &&
      corpus.posts.author[post] !== none &&
      !isRepost(corpus, post),
  );
}

/** Each once, in the order of their posts. */
function newcomersAmong(
  posts: readonly number[],
  { corpus, selection, firstPost }: ReplyInput,
): number[] {
  const authors = new Set(posts.map((post) => corpus.posts.author[post]));
  return [...authors].filter((author) => firstPost[author] - selection.first >= newcomerMs);
}

function shareOf(rows: readonly number[], isCounted: Uint8Array): number | undefined {
  if (rows.length === 0) return undefined;
  return rows.filter((row) => isCounted[row] === 1).length / rows.length;
}
