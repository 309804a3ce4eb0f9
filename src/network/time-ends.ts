import { dayMs } from "../model/durations.js";
/** Milliseconds since 1970. */
export interface TimeEnds {
  /** The first and the last post that is not dated oddly; NaN without any. */
  readonly first: number;
  readonly last: number;
  /** The last that is dated oddly before them, and the first after; infinite without any. */
  readonly oddBefore: number;
  readonly oddAfter: number;
}

/** Ends that were asked for. */
export interface AskedEnds {
  readonly since: number | undefined;
  readonly until: number | undefined;
}

const fewestPosts = 10;
/** The share of posts that a few odd ones may be, at either end; always one of them. */
const oddShare = 1 / 50;
/** Half of the time within which somebody counts as active: a longer jump leaves out half of them. */
const longGapMs = 14 * dayMs;
/** A short collection is over sooner: half as long as it took, but not for a night or a day off. */
const shareOfSpan = 1 / 2;
const shortGapMs = 2 * dayMs;
const timesLargestGap = 3;

/**
 * Where posts are, in time: all of them, unless a gap parts the first or the last few from the rest that
 * shows a wrong clock, or a date that was never set. Such a gap is longer than three times any gap among the
 * rest, and than 14 days or half of the time that the rest spans, if that is less (but no less than 2 days).
 * The rest is all posts but the first and the last 2 % (at least one at either end). Of under 10 posts none is odd, and none at an end that was asked for. Times ascend and are known. O(posts).
 */
export function findTimeEnds(times: Float64Array, asked: AskedEnds): TimeEnds {
  const count = times.length;
  const few = count < fewestPosts ? 0 : Math.max(1, Math.floor(count * oddShare));
  let first = few;
  let last = count - 1 - few;
  let largestGap = 0;
  for (let at = first + 1; at <= last; at += 1) {
    largestGap = Math.max(largestGap, times[at] - times[at - 1]);
  }
  const span = first <= last ? times[last] - times[first] : 0;
  const longGap = Math.min(longGapMs, Math.max(shortGapMs, shareOfSpan * span));
  const longestGap = Math.max(longGap, timesLargestGap * largestGap);
  if (asked.since !== undefined) first = 0;
  if (asked.until !== undefined) last = count - 1;
  while (first > 0 && times[first] - times[first - 1] <= longestGap) first -= 1;
  while (last < count - 1 && times[last + 1] - times[last] <= longestGap) last += 1;
  return {
    first: times[first] ?? Number.NaN,
    last: times[last] ?? Number.NaN,
    oddBefore: times[first - 1] ?? -Infinity,
    oddAfter: times[last + 1] ?? Infinity,
  };
}
