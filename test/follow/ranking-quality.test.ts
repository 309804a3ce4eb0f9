import { describe, expect, test } from "vitest";
import { judgeRanking } from "../../src/follow/ranking-quality.js";

const upTo = (count: number) => Int32Array.from({ length: count }, (_, person) => person);

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
    expect(judgeRanking(upTo(12), new Set(upTo(12))).ndcg).toBeCloseTo(1, 12);
  });

  test("people who are skipped take no rank", () => {
    expect(judgeRanking(upTo(5), new Set([2]), new Set([0, 1])).ndcg).toBe(1);
  });
});
