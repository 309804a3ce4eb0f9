import { describe, expect, test } from "vitest";
import { rankPeople } from "../../src/follow/personal/rank-people.js";
import { resampleLists } from "../../src/follow/resample.js";

/** Account 0 is engaged by authors 3–12, account 1 by author 3 alone, account 2 by nobody. */
const authors = Int32Array.from({ length: 10 }, (_, index) => index + 3);
const accountCount = 13;

function rank(weights: Uint16Array): Int32Array[] {
  const score = new Float64Array(accountCount);
  for (const author of authors) score[0] += weights[author];
  score[1] = weights[3] * 1.5;
  const candidates = Int32Array.of(0, 1).filter((account) => score[account] > 0);
  return [rankPeople({ candidates, score, inDegree: score })];
}

const resample = (seed: number) =>
  resampleLists({
    authors,
    accountCount,
    lists: [{ people: Int32Array.of(0, 1), length: 2 }],
    rank,
    resamples: 400,
    seed,
    onShare: () => {},
  });

describe("resampling authors", () => {
  test("who is engaged by many keeps the rank; who hangs on one author often drops out", () => {
    const [[sure, unsure]] = resample(1);
    expect(sure).toEqual({ rankLow: 1, rankHigh: 1, stays: 1 });
    expect(unsure.rankLow).toBe(2);
    // Often not drawn. The list has two places, and so is rank 2 on it.
    expect(unsure.stays).toBe(1);
  });

  test("every draw has as many authors as there are", () => {
    const sums = new Set<number>();
    resampleLists({
      authors,
      accountCount,
      lists: [],
      rank(weights) {
        sums.add(weights.reduce((sum, weight) => sum + weight, 0));
        return [];
      },
      resamples: 5,
      seed: 1,
      onShare: () => {},
    });
    expect([...sums]).toEqual([10]);
  });

  test("the share of resamples in which one stays is that of being drawn", () => {
    const [[only]] = resampleLists({
      authors,
      accountCount,
      lists: [{ people: Int32Array.of(1), length: 1 }],
      rank: (weights) => [weights[3] > 0 ? Int32Array.of(1, 0) : Int32Array.of(0)],
      resamples: 2000,
      seed: 7,
      onShare: () => {},
    });
    // Drawn of those that ten draws of ten leave: 1 − E((1 − K / 10)¹⁰), K binomial of ten and a tenth.
    expect(only.stays).toBeCloseTo(0.4937, 1);
    expect(only.rankHigh).toBe(2);
  });

  test("the rank lies within the interval in nine resamples of ten, five in a hundred on each side", () => {
    // Twenty people whose order turns by one each time: every rank comes five times in a hundred.
    const everybody = Array.from({ length: 20 }, (_, account) => account);
    let turn = 0;
    const [[first]] = resampleLists({
      authors,
      accountCount: 20,
      lists: [{ people: Int32Array.of(0), length: 1 }],
      rank() {
        turn += 1;
        return [Int32Array.from(everybody, (at) => (at + turn) % 20)];
      },
      resamples: 100,
      seed: 1,
      onShare: () => {},
    });
    expect(first).toEqual({ rankLow: 2, rankHigh: 19, stays: 1 / 20 });
  });

  test("the same seed gives the same intervals", () => {
    expect(resample(3)).toEqual(resample(3));
  });
});
