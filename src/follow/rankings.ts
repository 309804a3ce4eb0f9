import type { PerAccount } from "../model/per-index.js";
import type { FollowOrder, StarterRule } from "../model/recommendation.js";
import { rankPeople } from "./personal/rank-people.js";
import type { Scores } from "./scores.js";
import { chooseStarterList } from "./starter-list.js";
import { putInFront } from "./vouching.js";

export interface RankingInput {
  /** Accounts that may be recommended. */
  readonly candidates: Int32Array;
  /** Of attention: the default, or the one that was asked for. */
  readonly order: FollowOrder;
  readonly communityOf: PerAccount<Int32Array>;
  readonly coreSize: number;
  /** See `findFront`. */
  readonly isInFront: PerAccount<Uint8Array>;
}

/** Candidates in the order of each list that rests on scores, best first; all, not only the top. */
export interface Rankings {
  /** The starter list, and after it the others by attention. */
  readonly starter: Int32Array;
  readonly starterCount: number;
  /** By which rule each of those on the starter list is chosen. */
  readonly starterRule: ReadonlyMap<number, StarterRule>;
  readonly attention: Int32Array;
  readonly talk: Int32Array;
  readonly helpers: Int32Array;
}

/** Ranks candidates by scores; whoever has a score of 0 is in no ranking of it, and people in front come first. O(n log n). */
export function rankCandidates(scores: Scores, input: RankingInput): Rankings {
  const by = (order: FollowOrder): Int32Array =>
    rankPeople({
      candidates: input.candidates.filter((account) => scores[order][account] > 0),
      score: putInFront(scores[order], input.isInFront),
      inDegree: scores.d,
    });
  const attention = by(input.order);
  const talk = by("t");
  const helpers = by("c");
  const starter = chooseStarterList(
    { attention, talk, help: helpers },
    input.communityOf,
    input.coreSize,
  );
  const starterRule = new Map(starter.map(({ account, rule }) => [account, rule]));
  const others = attention.filter((account) => !starterRule.has(account));
  return {
    starter: Int32Array.from([...starterRule.keys(), ...others]),
    starterCount: starter.length,
    starterRule,
    attention,
    talk,
    helpers,
  };
}
