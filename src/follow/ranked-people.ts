import { type RankInput, rankPeople } from "./personal/rank-people.js";

/** People in an order, best first. */
export interface RankedPeople {
  readonly people: Int32Array;
  /** For each index, the first one behind the people who share its place: only names order these. */
  readonly tieEnd: Int32Array;
}

/**
 * Candidates with a score above 0, the highest first, then by in-degree; those who have both alike
 * share a place. O(n log n).
 */
export function rankWithTies({ candidates, score, inDegree }: RankInput): RankedPeople {
  const scored = candidates.filter((account) => score[account] > 0);
  return findTies(rankPeople({ candidates: scored, score, inDegree }), { score, inDegree });
}

/** Who shares a place in an order that `rankPeople` made of the same numbers. */
export function findTies(
  people: Int32Array,
  { score, inDegree }: Pick<RankInput, "score" | "inDegree">,
): RankedPeople {
  const tieEnd = new Int32Array(people.length);
  for (let index = people.length - 1; index >= 0; index -= 1) {
    const next = index + 1;
    const isTied =
      next < people.length &&
      score[people[index]] === score[people[next]] &&
      inDegree[people[index]] === inDegree[people[next]];
    tieEnd[index] = isTied ? tieEnd[next] : next;
  }
  return { people, tieEnd };
}

/** An order in which nobody shares a place. */
export function withoutTies(people: Int32Array): RankedPeople {
  return { people, tieEnd: people.map((_, index) => index + 1) };
}
