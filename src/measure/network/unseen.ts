import type { SourceCoverage, UnseenEstimate } from "../../model/coverage.js";

export interface CapturedPost {
  /** Milliseconds since 1970; NaN where unknown. */
  readonly time: number;
  /** Names of the sources that showed it. */
  readonly by: readonly string[];
}

/** With fewer posts that both showed, Chapman's estimate is biased (Robson and Regier 1964). */
const fewestShared = 7;
/** Of the normal distribution, for limits of 95 %. */
const z = 1.96;

/**
 * How many posts there were, by what the servers share, in the time that all of them cover: from the
 * latest of their oldest posts to the first of their last askings. Two servers: Chapman's estimator
 * with Seber's variance (Seber, The Estimation of Animal Abundance, 1982); three and more: Chao's
 * lower bound, bias-corrected (Chao 1987, Biometrics 43; in the form of EstimateS). Limits are
 * log-normal around what is not seen (Chao 1987, eq. 10).
 *
 * Servers that follow one another's people see the same posts, so that they are not independent: the
 * estimate is rather too low than too high.
 */
export function estimateUnseen(
  sources: readonly SourceCoverage[],
  posts: readonly CapturedPost[],
): UnseenEstimate | undefined {
  const withPosts = sources.filter((source) => source.posts > 0);
  if (withPosts.length < 2) return undefined;
  const from = Math.max(...withPosts.map(({ oldest }) => oldest ?? Number.NaN));
  const to = Math.min(...withPosts.map(({ askedLast }) => askedLast ?? Number.NaN));
  const names = new Set(withPosts.map(({ source }) => source));
  const captured = posts
    .filter(({ time }) => time >= from && time <= to)
    .map(({ by }) => by.filter((name) => names.has(name)))
    .filter((by) => by.length > 0);
  const moment =
    names.size === 2 ? chapman(captured, withPosts) : chao2(captured, withPosts.length);
  if (moment === undefined) return undefined;
  const seen = captured.length;
  const [low, high] = limits(seen, moment);
  const method = names.size === 2 ? "chapman" : "chao2";
  return { method, from, to, seen, total: moment.total, low, high };
}

interface Moment {
  readonly total: number;
  readonly variance: number;
}

function chapman(
  captured: readonly (readonly string[])[],
  [first, second]: readonly SourceCoverage[],
): Moment | undefined {
  const a = captured.filter((by) => by.includes(first.source)).length;
  const b = captured.filter((by) => by.includes(second.source)).length;
  const both = captured.filter((by) => by.length === 2).length;
  if (both < fewestShared) return undefined;
  return {
    total: ((a + 1) * (b + 1)) / (both + 1) - 1,
    variance: ((a + 1) * (b + 1) * (a - both) * (b - both)) / ((both + 1) ** 2 * (both + 2)),
  };
}

function chao2(captured: readonly (readonly string[])[], servers: number): Moment | undefined {
  const once = captured.filter((by) => by.length === 1).length;
  const twice = captured.filter((by) => by.length === 2).length;
  if (captured.length - once < fewestShared) return undefined;
  const share = (servers - 1) / servers;
  const unseen = (share * once * (once - 1)) / (2 * (twice + 1));
  const variance =
    unseen +
    (share ** 2 * once * (2 * once - 1) ** 2) / (4 * (twice + 1) ** 2) +
    (share ** 2 * once ** 2 * twice * (once - 1) ** 2) / (4 * (twice + 1) ** 4);
  return { total: captured.length + unseen, variance };
}

function limits(seen: number, { total, variance }: Moment): [low: number, high: number] {
  const unseen = total - seen;
  if (!(unseen > 0)) return [seen, seen];
  const spread = Math.exp(z * Math.sqrt(Math.log(1 + variance / unseen ** 2)));
  return [seen + unseen / spread, seen + unseen * spread];
}
