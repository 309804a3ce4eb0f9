/** What people can be ranked by; see `src/follow/scores.ts`. */
export const followOrders = ["d", "dd", "t"] as const;
export type FollowOrder = (typeof followOrders)[number];

/** Why somebody is not recommended; the first that holds is given. */
export const leftOutReasons = [
  "opted-out",
  "not-reachable",
  "organisation",
  "automated",
  "no-recent-post",
  "not-vouched-for",
] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

/** How time counts in the scores. */
export interface TimeFrame {
  /** Milliseconds since 1970; NaN where no post has a time. */
  readonly start: number;
  readonly now: number;
  readonly binDays: number;
  readonly halfLifeBins: number;
  /** An own post within so many bins before now makes a person active. */
  readonly activeBins: number;
}

export interface Recommendation {
  /** Index into `Corpus.accounts`. */
  readonly account: number;
  /** From 1. */
  readonly rank: number;
  /** The one that the list is ordered by. */
  readonly score: number;
  readonly d: number;
  readonly dd: number;
  readonly t: number;
  readonly reasons: readonly string[];
  readonly links: readonly string[];
}

export interface FollowList {
  readonly name: string;
  readonly title: string;
  readonly order: FollowOrder;
  readonly people: readonly Recommendation[];
}

export interface LeftOut {
  readonly reason: LeftOutReason;
  readonly sentence: string;
  readonly count: number;
}

/** The answer to "whom should a learner follow?". */
export interface FollowAnswer {
  readonly frame: TimeFrame;
  readonly coreSize: number;
  readonly vouchersNeeded: number;
  readonly warnings: readonly string[];
  readonly lists: readonly FollowList[];
  /** How many could be recommended at all. */
  readonly eligible: number;
  /** By `leftOutReasons`, those that left somebody out. */
  readonly leftOut: readonly LeftOut[];
  /** Index into `leftOutReasons` a row of `Corpus.accounts`; -1 for whoever is not left out. */
  readonly leftOutReason: Int8Array;
}
