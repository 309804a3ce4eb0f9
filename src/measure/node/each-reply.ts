import { type Corpus, isRepost, none } from "../../model/corpus.js";
import { dayMs } from "../../model/durations.js";
import { interactionKinds } from "../../model/interaction.js";
import { postOrigins } from "../../model/item.js";
import type { Selection } from "../../model/selection.js";

export interface Reply {
  readonly from: number;
  /** Milliseconds since 1970; NaN where unknown. */
  readonly time: number;
  /** Who and what is answered; `none` where it is not known. */
  readonly person: number;
  readonly post: number;
}

const referenced = postOrigins.indexOf("referenced");
const reply = interactionKinds.indexOf("reply");

/**
 * Every reply among the posts that count and the threads around them, whatever kinds make ties, in
 * the order of posts: replies to oneself too, and one each where a post answers several people.
 */
export function* eachReply(corpus: Corpus, selection: Selection): Generator<Reply> {
  const { author } = corpus.posts;
  const { time } = selection;
  const { offsets, kind, account, post: target } = corpus.relations;
  for (let post = 0; post < corpus.posts.count; post += 1) {
    const from = author[post];
    if (selection.origin[post] === referenced || from === none || isRepost(corpus, post)) continue;
    for (let at = offsets[post]; at < offsets[post + 1]; at += 1) {
      if (kind[at] !== reply) continue;
      yield { from, time: time[post], person: account[at], post: target[at] };
    }
  }
}

/**
 * How long a reply took, in milliseconds; NaN where a time is unknown, the reply is dated before the
 * post, or both stand at midnight UTC, since their source tells days alone.
 */
export function waitForReply(posted: number, replied: number): number {
  const isOfDays = posted % dayMs === 0 && replied % dayMs === 0;
  return replied >= posted && !isOfDays ? replied - posted : Number.NaN;
}
