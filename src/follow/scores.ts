import type { FollowOrder, TimeFrame } from "../model/recommendation.js";
import type { Engagements } from "./engagements.js";
import { ageInBins } from "./time-frame.js";

/** One number an account. */
export type Scores = Readonly<Record<FollowOrder, Float64Array>>;

/**
 * How much attention each person gets from how many others; one person counts once, however often
 * they engage somebody, so that nobody can be lifted by one other.
 *
 * D: distinct people who engaged them. Dd: the same, each weighing 2^(−age / half-life) by the age
 * of their latest engagement. T: distinct people who replied to or mentioned them.
 */
export function scorePeople(engagements: Engagements, frame: TimeFrame): Scores {
  const accountCount = engagements.offsets.length - 1;
  const scores = {
    d: new Float64Array(accountCount),
    dd: new Float64Array(accountCount),
    t: new Float64Array(accountCount),
  };
  for (let account = 0; account < accountCount; account += 1) {
    const end = engagements.offsets[account + 1];
    for (let pair = engagements.offsets[account]; pair < end; pair += 1) {
      scores.d[account] += 1;
      scores.dd[account] += halved(ageInBins(engagements.last[pair], frame) / frame.halfLifeBins);
      scores.t[account] += engagements.isConversation[pair];
    }
  }
  return scores;
}

/** 2^(−halfLives), by `Math.exp`: versions of V8 differ in the last digit of powers. */
function halved(halfLives: number): number {
  return Math.exp(-Math.LN2 * halfLives);
}
