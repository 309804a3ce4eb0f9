import { dayMs } from "./durations.js";

/** Before enough is known of a server: Mastodon tries for some two days to deliver a post. */
const firstLookBackMs = 7 * dayMs;
const leastLookBackMs = dayMs;
const mostLookBackMs = 28 * dayMs;
/** Walks after which what is known of a server counts. */
const walksToLearn = 5;

/**
 * How far back the next walk through a server's timeline looks again, in milliseconds before the walk
 * that came first. Twice the longest delay that was met: seven days at least until five walks have
 * looked, one day at least then, and never more than 28. `walks` are those that came to an end, without
 * the first.
 */
export function lookBackMs({
  walks,
  longestMs,
}: {
  readonly walks: number;
  readonly longestMs: number;
}): number {
  const least = walks < walksToLearn ? firstLookBackMs : leastLookBackMs;
  return Math.min(mostLookBackMs, Math.max(least, 2 * longestMs));
}
