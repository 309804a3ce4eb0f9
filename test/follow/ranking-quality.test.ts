import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judgeRanking } from "../../src/follow/backtest/ranking-quality.js";
import { type RankedPeople, rankWithTies, withoutTies } from "../../src/follow/ranked-people.js";
import { cases } from "../support/cases.js";

const numbers = (count: number) => Int32Array.from({ length: count }, (_, person) => person);
const upTo = (count: number) => withoutTies(numbers(count));

describe("how well an order foretells", () => {
  test("NDCG@10 by hand: right at ranks 2 and 5 of two", () => {
    // 1/log₂3 + 1/log₂6 = 0.63093 + 0.38685; at best 1 + 0.63093.
    expect(judgeRanking(upTo(5), new Set([1, 4])).ndcg).toBeCloseTo(1.01778 / 1.63093, 5);
  });

  test("the right person in front is 1, nobody right is 0", () => {
    expect(judgeRanking(upTo(20), new Set([0]))).toEqual({ ndcg: 1, hit: 1, recall: 1 });
    expect(judgeRanking(upTo(20), new Set([99]))).toEqual({ ndcg: 0, hit: 0, recall: 0 });
  });

  test("only the first ten count for NDCG and hit, the first fifty for recall", () => {
    expect(judgeRanking(upTo(100), new Set([10, 60]))).toEqual({ ndcg: 0, hit: 0, recall: 0.5 });
  });

  test("twelve right people in the first twelve places are 1", () => {
    expect(judgeRanking(upTo(12), new Set(numbers(12))).ndcg).toBeCloseTo(1, 12);
  });

  test("people who are skipped take no rank", () => {
    expect(judgeRanking(upTo(5), new Set([2]), new Set([0, 1])).ndcg).toBe(1);
  });

  test("people who share a place count as the mean over all their orders", () => {
    const example = fc.record({
      scores: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 6 }),
      truth: fc.uniqueArray(fc.nat(5), { minLength: 1, maxLength: 4 }),
      before: fc.integer({ min: 0, max: 11 }),
    });
    fc.assert(
      fc.property(example, ({ scores, truth, before }) => {
        // People in front whom nobody engages move the tied ones over the tenth place.
        const front = Array.from({ length: before }, (_, at) => 100 + at);
        const score = new Float64Array(200);
        for (const [at, person] of front.entries()) score[person] = 50 - at;
        for (const [person, value] of scores.entries()) score[person] = value;
        const inDegree = new Float64Array(200);
        const candidates = Int32Array.from([...scores.keys(), ...front]);
        const ranked = rankWithTies({ candidates, score, inDegree });
        const right = new Set(truth);
        const each = ordersOf(ranked).map((people) => judgeRanking(withoutTies(people), right));
        const mean = (value: "ndcg" | "hit" | "recall") =>
          each.reduce((sum, quality) => sum + quality[value], 0) / each.length;
        const quality = judgeRanking(ranked, right);
        for (const value of ["ndcg", "hit", "recall"] as const)
          expect(quality[value]).toBeCloseTo(mean(value), 10);
      }),
      { numRuns: cases(60) },
    );
  });

  test("nobody with a score of 0 has a place", () => {
    const ranked = rankWithTies({
      candidates: numbers(3),
      score: Float64Array.of(0, 2, 0),
      inDegree: Float64Array.of(9, 1, 9),
    });
    expect([...ranked.people]).toEqual([1]);
  });
});

/** Every order of people who share places. */
function ordersOf({ people, tieEnd }: RankedPeople): Int32Array[] {
  let orders: number[][] = [[]];
  for (let start = 0; start < people.length; start = tieEnd[start]) {
    const tied = [...people.subarray(start, tieEnd[start])];
    orders = orders.flatMap((order) => permutations(tied).map((next) => [...order, ...next]));
  }
  return orders.map((order) => Int32Array.from(order));
}

function permutations(of: readonly number[]): number[][] {
  if (of.length <= 1) return [[...of]];
  return of.flatMap((first, at) =>
    permutations(of.filter((_, index) => index !== at)).map((rest) => [first, ...rest]),
  );
}
