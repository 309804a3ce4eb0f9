import type { AccountKey } from "./account.js";
import type { Efforts } from "./efforts.js";
import type { PerAccount } from "./per-index.js";
import type { Verdict } from "./verdict.js";

/** What people can be ranked by; see `src/follow/scores.ts`. */
export const followOrders = ["d", "df", "dd", "a", "f", "t", "c"] as const;
export type FollowOrder = (typeof followOrders)[number];

/** The lists of people, in the order in which they are shown. */
export const followListNames = [
  "starter",
  "personal",
  "attention",
  "talk",
  "helpers",
  "rising",
  "curators",
  "bridges",
  "feeds",
  "organisations",
] as const;
export type FollowListName = (typeof followListNames)[number];

/** What the archive's own past says of everybody's lists; those that were not tested are absent. */
export type ListVerdicts = Readonly<Partial<Record<FollowListName, Verdict>>>;

/** What each list answers. */
export const listQuestions: Readonly<Record<FollowListName, string>> = {
  starter: "Whom do people choose to follow?",
  personal: "Who is near to the people whom I know?",
  attention: "Whom will newcomers reply to, mention, repost or quote next?",
  talk: "With whom do people talk?",
  helpers: "Who answers newcomers?",
  rising: "Who gets more attention than before?",
  curators: "Who shares resources?",
  bridges: "Who has contacts in several communities?",
  feeds: "Which accounts are automated?",
  organisations: "Which accounts are no single person?",
};

/** Why somebody is on no list of people, or with the last one on the starter list alone; the first that holds is given. */
export const leftOutReasons = [
  "excluded",
  "followed",
  "opted-out",
  "not-reachable",
  "organisation",
  "automated",
  "no-post",
  "not-vouched-for",
  "burst",
  "no-recent-post",
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

/** How well a place on a list holds when authors are resampled. */
export interface Stability {
  /** The rank in nine resamples of ten lies within; from 1. */
  readonly rankLow: number;
  readonly rankHigh: number;
  /** Share of the resamples in which the person stays on a list of the same length, in [0, 1]. */
  readonly stays: number;
}

/** What somebody does for the community, with a sentence of numbers that shows it. */
export interface Contribution {
  readonly name: string;
  readonly evidence: string;
}

export interface Recommendation {
  /** Index into `Corpus.accounts`. */
  readonly account: number;
  /** From 1. */
  readonly rank: number;
  /** `undefined` for lists whose order is not resampled, or where nothing is. */
  readonly stability: Stability | undefined;
  /** The one that the list is ordered by. */
  readonly score: number;
  readonly scores: Readonly<Record<FollowOrder, number>>;
  readonly contributions: readonly string[];
  /** Two to four sentences. */
  readonly reasons: readonly string[];
  /** The one of the reasons that is a warning. */
  readonly caution: string | undefined;
  readonly links: readonly string[];
  /** How many different people engaged them in each bin of time, the first of the collection first. */
  readonly attentionByBin: readonly number[];
}

export interface FollowList {
  readonly name: FollowListName;
  readonly title: string;
  /** Index of the community whose list it is; `undefined` for everybody's. */
  readonly community: number | undefined;
  /** What the archive's own past says of it; `undefined` where it was not tested. */
  readonly verdict: Verdict | undefined;
  readonly people: readonly Recommendation[];
  /** Ranks whose names change in more than half of the resamples: there is no stable answer. */
  readonly unstableRanks: readonly number[];
  /** Whoever stands on these ranks here, and might not elsewhere, by rank. */
  readonly unstablePeople: readonly Recommendation[];
  /** Who comes after the last of the starter list; nobody on other lists. */
  readonly runnersUp: readonly Recommendation[];
  /**
   * How many of its people, those without a stable answer among them, stand on the list of a resample,
   * on average; `undefined` for lists whose order is not resampled, or where nothing is.
   */
  readonly expectedOverlap: number | undefined;
}

export interface LeftOut {
  readonly reason: LeftOutReason;
  readonly sentence: string;
  readonly count: number;
}

/** Attention that still goes to an account whose owner has another now. */
export interface MovedAccount {
  /** Index into `Corpus.accounts`. */
  readonly account: number;
  readonly movedTo: AccountKey;
  /** How many people engaged the old one. */
  readonly engagers: number;
}

/** The answer to "whom should a learner follow?". */
export interface FollowAnswer {
  /** Of the list of attention: the default, or the one that was asked for. */
  readonly order: FollowOrder;
  /** Of the starter list. */
  readonly starterOrder: FollowOrder;
  /** What the archive's own past says of the list of attention in the usual order; `undefined` where it was not tested. */
  readonly verdict: Verdict | undefined;
  readonly frame: TimeFrame;
  readonly coreSize: number;
  readonly vouchersNeeded: number;
  readonly resamples: number;
  readonly warnings: readonly string[];
  readonly lists: readonly FollowList[];
  readonly moved: readonly MovedAccount[];
  /** How many could be recommended at all. */
  readonly eligible: number;
  /** By `leftOutReasons`, those that left somebody out. */
  readonly leftOut: readonly LeftOut[];
  /** Index into `leftOutReasons` a row of `Corpus.accounts`; -1 for whoever is not left out. */
  readonly leftOutReason: PerAccount<Int8Array>;
  /** What shows that an account is automated, by account. */
  readonly automationSigns: ReadonlyMap<number, string>;
  /** Who engaged whom how much, by accounts: what lists for one learner walk along. */
  readonly efforts: Efforts;
  /** What lists for one learner add nearness to, and D. */
  readonly base: PerAccount<Float64Array>;
  readonly inDegree: PerAccount<Float64Array>;
}

/** People who were named by hand, as indices into `Corpus.accounts`. */
export interface NamedPeople {
  /** Whoever one of these has engaged is vouched for, and so are they. */
  readonly trusted: readonly number[];
  /** Recommended although a rule speaks against it; consent is no rule to overrule. */
  readonly kept: readonly number[];
  readonly excluded: readonly number[];
  /** For whom the lists are, where somebody said so. */
  readonly learner: Learner | undefined;
}

/** Somebody who asks for people near to those whom they know. */
export interface Learner {
  /** `undefined` where they take no part in the posts. */
  readonly self: number | undefined;
  readonly followed: readonly number[];
}
