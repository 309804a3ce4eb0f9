import type { FollowListName, FollowOrder } from "./recommendation.js";
import type { Verdict } from "./verdict.js";

/** Ways to put people into an order, the plainest first. */
export const backtestMethods = [
  "followers",
  "betweenness",
  "pagerank",
  "d",
  "df",
  "dd",
  "a",
  "f",
  "t",
  "d-shown",
  "shown",
  "starter",
  "no-recent-rule",
  "no-vouching",
  "p",
  "p-dd",
  "posts",
  "helpers",
  "rising",
  "curators",
  "bridges",
] as const;
export type BacktestMethod = (typeof backtestMethods)[number];

/** In words that stand in a table. */
export const methodTitles: Readonly<Record<BacktestMethod, string>> = {
  followers: "followers",
  betweenness: "betweenness",
  pagerank: "PageRank",
  d: "in-degree (D)",
  df: "in-degree and followers (Df)",
  dd: "in-degree with time decay (Dd)",
  a: "sustained attention (A)",
  f: "fusion of D, Dd and A (F)",
  t: "people who talk with them (T)",
  "d-shown": "in-degree, with the rules of the lists",
  shown: "the list that is shown",
  starter: "starter list",
  "no-recent-rule": "shown, also people without a recent post",
  "no-vouching": "shown, also people whom nobody vouches for",
  p: "personal, on A (P)",
  "p-dd": "personal, on Dd",
  posts: "most posts",
  helpers: "helpers, then in-degree",
  rising: "rising, then in-degree",
  curators: "curators, then in-degree",
  bridges: "bridges, then in-degree",
};

/** Of a list that says what people do, whether they then did it again; see `findDoers`. */
export const deedQuestions = ["help", "growth", "uptake", "bridging"] as const;
export type DeedQuestion = (typeof deedQuestions)[number];

/** The list that says so. */
export const listOfDeed = {
  help: "helpers",
  growth: "rising",
  uptake: "curators",
  bridging: "bridges",
} as const satisfies Readonly<Record<DeedQuestion, BacktestMethod & FollowListName>>;

/** What an order is compared with: whom somebody engaged after the cut, whom they follow, or who then did something. */
export const backtestQuestions = [
  "newcomers",
  "conversation",
  "members",
  "following",
  ...deedQuestions,
] as const;
export type BacktestQuestion = (typeof backtestQuestions)[number];

export function isDeed(question: BacktestQuestion): question is DeedQuestion {
  return question in listOfDeed;
}

/** Days of learning and of testing, and where the cuts between them lie. */
export interface BacktestPlan {
  /** `undefined` where people are ranked by all that came before a cut. */
  readonly trainDays: number | undefined;
  readonly testDays: number;
  /** Days from the first post to the end of the last. */
  readonly endDays: number;
  /** Days after the first post. */
  readonly cutDays: readonly number[];
}

/** A number with the interval that 95 % of resamples lie within. */
export interface Estimate {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** One-sided: what is called better or worse would come by chance in at most so many archives. */
export const significance = 0.025;

/** NDCG@10 less that of a baseline, on the same learners; see `testBySigns`. */
export interface Difference {
  readonly mean: number;
  /** What 97.5 % certainty a side leaves; `undefined` with fewer than six windows. */
  readonly low: number | undefined;
  readonly high: number | undefined;
  /** The chance of so much by accident, corrected for all orders that are compared. */
  readonly pBetter: number;
  readonly pWorse: number;
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
  /** Of what people did, one a window. */
  readonly learners: number;
  /** Windows with any learner; of `following` each learner is one. */
  readonly windows: number;
  readonly learnersByWindow: readonly number[];
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

/** What may be said of a list that is shown. */
export interface ListVerdict extends Verdict {
  /** What the list is to answer. */
  readonly question: BacktestQuestion;
  readonly method: BacktestMethod;
}

/** What became of every order on the archive's own past. */
export interface Backtest {
  readonly plan: BacktestPlan;
  readonly windows: readonly BacktestWindow[];
  /** By `backtestQuestions`. */
  readonly tables: readonly BacktestTable[];
  /** The one that a collection of this length is shown by default. */
  readonly order: Extract<FollowOrder, BacktestMethod>;
  /** Of every list that is shown, the starter list first. */
  readonly lists: readonly ListVerdict[];
  /** What could not be tried, and why. */
  readonly notes: readonly string[];
}
