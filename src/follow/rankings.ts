import type { PerAccount } from "../model/per-index.js";
import type { FollowOrder } from "../model/recommendation.js";
import { rankPeople } from "./personal/rank-people.js";
import type { Scores } from "./scores.js";
import { spreadOverCommunities } from "./starter-list.js";
import { byStanding, type Standing } from "./vouching.js";

export interface RankingInput {
  /** Accounts that may be recommended. */
  readonly candidates: Int32Array;
  /** These, and people who have not posted lately, for the starter list. */
  readonly followable: Int32Array;
  /** Of attention: the default, or the one that was asked for. */
  readonly order: FollowOrder;
  readonly starterOrder: FollowOrder;
  readonly communityOf: PerAccount<Int32Array>;
  /** See `findStanding`. */
  readonly standing: Standing;
}

/** Candidates in the order of each list that rests on scores, best first; all, not only the top. */
export interface Rankings {
  /** The starter list, and after it the others by the same order. */
  readonly starter: Int32Array;
  readonly attention: Int32Array;
  readonly talk: Int32Array;
  readonly helpers: Int32Array;
}

/** Ranks candidates by scores; whoever has a score of 0 is in no ranking of it, and standing goes before scores. O(n log n). */
export function rankCandidates(scores: Scores, input: RankingInput): Rankings {
  const { candidates, followable, standing } = input;
  const by = (order: FollowOrder, whom: Int32Array, score: Float64Array): Int32Array =>
    rankPeople({
      candidates: whom.filter((account) => scores[order][account] > 0),
      score,
      inDegree: scores.d,
    });
  const standingWith = (order: FollowOrder): Int32Array =>
    by(order, candidates, byStanding(scores[order], standing, "lately"));
  const whole = byStanding(scores[input.starterOrder], standing, "all");
  return {
    starter: spreadOverCommunities(by(input.starterOrder, followable, whole), input.communityOf),
    attention: standingWith(input.order),
    talk: standingWith("t"),
    helpers: standingWith("c"),
  };
}
