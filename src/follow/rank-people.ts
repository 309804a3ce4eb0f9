export interface RankInput {
  /** Accounts. */
  readonly candidates: Int32Array;
  /** One an account, as is `inDegree`. */
  readonly score: Float64Array;
  readonly inDegree: Float64Array;
}

/** Candidates, the highest score first; ties go to the higher in-degree, then by key. O(n log n). */
export function rankPeople({ candidates, score, inDegree }: RankInput): Int32Array {
  return candidates
    .slice()
    .sort((a, b) => score[b] - score[a] || inDegree[b] - inDegree[a] || a - b);
}
