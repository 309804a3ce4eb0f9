import type { FollowOrder } from "./recommendation.js";

/** Ways to put people into an order, the plainest first. */
export const backtestMethods = [
  "followers",
  "betweenness",
  "pagerank",
  "d",
  "dd",
  "a",
  "f",
  "t",
  "starter",
  "p",
  "p-dd",
] as const;
export type BacktestMethod = (typeof backtestMethods)[number];

/** In words that stand in a table. */
export const methodTitles: Readonly<Record<BacktestMethod, string>> = {
  followers: "followers",
  betweenness: "betweenness",
  pagerank: "PageRank",
  d: "in-degree (D)",
  dd: "in-degree with time decay (Dd)",
  a: "sustained attention (A)",
  f: "fusion of D, Dd and A (F)",
  t: "people who talk with them (T)",
  starter: "starter list",
  p: "personal, on A (P)",
  "p-dd": "personal, on Dd",
};

/** What an order is compared with: whom somebody engaged after the cut. */
export const backtestQuestions = ["newcomers", "conversation", "members"] as const;
export type BacktestQuestion = (typeof backtestQuestions)[number];

/** Days of learning and of testing, and where the cuts between them lie. */
export interface BacktestPlan {
  readonly trainDays: number;
  readonly testDays: number;
  /** Days after the first post. */
  readonly cutDays: readonly number[];
}

/** A number with the interval that 95 % of resamples lie within. */
export interface Estimate {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** NDCG@10 less that of a baseline, on the same learners. */
export interface Difference extends Estimate {
  /** Windows in which the method's mean is higher. */
  readonly windowsWon: number;
}

export interface MethodResult {
  readonly method: BacktestMethod;
  readonly ndcg: Estimate;
  readonly ndcgByWindow: readonly number[];
  /** Share of learners who engaged somebody of the first ten. */
  readonly hit: number;
  /** Of those whom a learner engaged, the share among the first fifty. */
  readonly recall: number;
  /** Share of the people in communities whose community has somebody among the first ten. */
  readonly coverage: number;
  /** `undefined` for the baseline itself. */
  readonly againstD: Difference | undefined;
  readonly againstDd: Difference | undefined;
}

export interface BacktestTable {
  readonly question: BacktestQuestion;
  readonly learners: number;
  /** Windows with any learner. */
  readonly windows: number;
  /** Where there were too many to try each, how many there were. */
  readonly sampledFrom: number | undefined;
  readonly methods: readonly MethodResult[];
}

export interface BacktestWindow {
  /** Milliseconds since 1970. */
  readonly trainStart: number;
  readonly cut: number;
  readonly testEnd: number;
  readonly candidates: number;
  /** Newcomers with any truth. */
  readonly learners: number;
}

/** Everything that may be said in the end. */
export const verdicts = {
  better: "beats in-degree here",
  same: "no better than in-degree here",
  worse: "worse than in-degree here: showing in-degree order",
  unknown: "not enough newcomers to tell",
} as const;

export interface Verdict {
  readonly kind: keyof typeof verdicts;
  /** With the number of newcomers where there are too few. */
  readonly sentence: string;
}

/** What became of every order on the archive's own past. */
export interface Backtest {
  readonly plan: BacktestPlan;
  readonly windows: readonly BacktestWindow[];
  /** By `backtestQuestions`. */
  readonly tables: readonly BacktestTable[];
  /** The one that a collection of this length is shown by default. */
  readonly order: Extract<FollowOrder, BacktestMethod>;
  readonly verdict: Verdict;
  /** What could not be tried, and why. */
  readonly notes: readonly string[];
}
