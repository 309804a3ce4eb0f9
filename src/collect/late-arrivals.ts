import type { AnswerLine } from "../model/collection-log.js";
import { dayMs } from "../model/durations.js";
import { lookBackMs } from "../model/look-back.js";
import type { BriefPost } from "./brief-post.js";
import type { Collecting } from "./collecting.js";
import { endsToReopen, type SourceSweeps, type Sweep } from "./sweep.js";

/**
 * So long replies and reposts are looked for again on later runs: most come in the first days, and
 * a nightly job meets every post in its first.
 */
const settlingMs = 3 * dayMs;

/** Within a minute, a post is on its way rather than late. */
const onTheWayMs = 60_000;

/**
 * How far back a walk looks again. Servers with Mastodon's ids sort a post from elsewhere by the time of
 * its writing, so that one that federates late stands below what is known.
 */
export function lookBackOf({ list, late }: SourceSweeps): number {
  const walks = list.filter(({ number, end }) => number > 1 && end !== undefined).length;
  return lookBackMs({ walks, longestMs: late.longestMs });
}

/**
 * Whether posts that an earlier walk had are so old that nothing below them can be new, by what is
 * known of the server. A post of unknown time is as old as need be.
 */
export function isSettled(
  known: readonly BriefPost[],
  {
    source,
    earlier,
    companions,
  }: {
    readonly source: SourceSweeps;
    readonly earlier: readonly Sweep[];
    readonly companions: Collecting["companions"];
  },
): boolean {
  const last = earlier.at(-1);
  if (known.length === 0 || last === undefined) return false;
  // X's search is by number, and a post has its number at once.
  if (last.platform === "x") return true;
  const settling = companions.has("replies") || companions.has("reposts") ? settlingMs : 0;
  const settledBefore = last.begunAt - Math.max(settling, lookBackOf(source));
  return known.some(({ time }) => time === undefined || time < settledBefore);
}

/**
 * Counts the posts of a page that an earlier walk should have met, had they been there then. A walk
 * that left something open tells nothing of what came late.
 */
export function lateArrivals(
  { oldest, firstSweep }: SourceSweeps,
  earlier: readonly Sweep[],
  collecting: Collecting,
): (posts: readonly BriefPost[]) => AnswerLine["late"] {
  const lastBegunAt = earlier.at(-1)?.begunAt;
  const isWhole = earlier.every(
    (sweep) => endsToReopen(sweep, collecting).length === 0 && sweep.end !== "max-posts",
  );
  if (lastBegunAt === undefined || !isWhole) return () => undefined;
  return (posts) => {
    const delays = posts.flatMap(({ id, time, isFound }) => {
      if (!isFound || time === undefined || firstSweep.has(id) || time < oldest) return [];
      return time < lastBegunAt - onTheWayMs ? [lastBegunAt - time] : [];
    });
    if (delays.length === 0) return undefined;
    return { posts: delays.length, longestMs: delays.reduce((a, b) => Math.max(a, b)) };
  };
}
