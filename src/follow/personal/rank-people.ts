import type { PerAccount } from "../../model/per-index.js";
export interface RankInput {
  /** Accounts. */
  readonly candidates: Int32Array;
  readonly score: PerAccount<Float64Array>;
  readonly inDegree: PerAccount<Float64Array>;
}

/** Candidates, the highest score first; ties go to the higher in-degree, then by key. O(n log n). */
export function rankPeople({ candidates, score, inDegree }: RankInput): Int32Array {
  return candidates
    .slice()
    .sort((a, b) => score[b] - score[a] || inDegree[b] - inDegree[a] || a - b);
}

/**
 * The front of the same order, so many people and whoever ties with the last of them. Cheaper than
 * the whole: numbers sort faster than people do.
 */
export function rankFirst({ candidates, score, inDegree }: RankInput, count: number): Int32Array {
  if (candidates.length <= count) return rankPeople({ candidates, score, inDegree });
  const values = Float64Array.from(candidates, (account) => score[account]).sort();
  const least = values[values.length - count];
  const front = candidates.filter((account) => score[account] >= least);
  return rankPeople({ candidates: front, score, inDegree });
}
