import { describe, expect, test } from "vitest";
import { judgeOrder } from "../../src/follow/verdict.js";

const difference = (low: number, high: number) => ({
  mean: (low + high) / 2,
  low,
  high,
  windowsWon: 1,
});

describe("the verdict", () => {
  test.each([
    [difference(0.001, 0.02), "beats in-degree here"],
    [difference(0, 0.02), "no better than in-degree here"],
    [difference(-0.01, 0.02), "no better than in-degree here"],
    [difference(-0.01, 0), "no better than in-degree here"],
    [difference(-0.03, -0.01), "worse than in-degree here: showing in-degree order"],
  ])("of a difference within %j is: %s", (found, sentence) => {
    expect(judgeOrder(50, found).sentence).toBe(sentence);
  });

  test("with fewer than fifty newcomers there is none, and their number is told", () => {
    const verdict = judgeOrder(49, difference(0.1, 0.2));
    expect(verdict).toEqual({
      kind: "unknown",
      sentence: "not enough newcomers to tell (n = 49)",
    });
  });
});
