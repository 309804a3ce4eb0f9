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
/** After so long without a post nobody would count as active: four bins of a week. */
const longGapMs = 28 * 86_400_000;
const timesLargestGap = 3;

/**
 * Where posts are, in time: all of them, unless a gap parts the first or the last few from the rest that
 * shows a wrong clock, or a date that was never set. Such a gap is longer than 28 days and than three times
 * any gap among the rest, where the rest is all posts but the first and the last 2 % (at least one at either
 * end). Of under 10 posts none is odd, and none at an end that was asked for. Times ascend and are known. O(posts).
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
  const longestGap = Math.max(longGapMs, timesLargestGap * largestGap);
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
