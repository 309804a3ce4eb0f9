import { describe, expect, test } from "vitest";
import { judgeOrder } from "../../src/follow/backtest/verdict.js";

const difference = (pBetter: number, pWorse: number) => ({
  mean: 0.02,
  low: 0.001,
  high: 0.039,
  pBetter,
  pWorse,
  windowsWon: 6,
});

describe("the verdict", () => {
  test.each([
    [0.025, 1, "beats in-degree here"],
    [0.026, 1, "no evidence here that it is better or worse than in-degree"],
    [1, 0.026, "no evidence here that it is better or worse than in-degree"],
    [1, 0.025, "worse than in-degree here"],
  ])("with chances of %d that it is better and %d that it is worse is: %s", (better, worse, sentence) => {
    const judged = {
      question: "newcomers",
      learners: 50,
      windows: 6,
      difference: difference(better, worse),
    } as const;
    expect(judgeOrder(judged).sentence).toBe(sentence);
  });

  test("with fewer than fifty newcomers there is none, and their number is told", () => {
    const verdict = judgeOrder({
      question: "newcomers",
      learners: 49,
      windows: 9,
      difference: difference(0.001, 1),
    });
    expect(verdict).toEqual({
      kind: "unknown",
      sentence: "too little here to tell (49 of the 50 newcomers that are needed)",
    });
  });

  test("with fewer than six windows there is none, whatever they show", () => {
    const verdict = judgeOrder({
      question: "newcomers",
      learners: 900,
      windows: 5,
      difference: difference(0.001, 1),
    });
    expect(verdict).toEqual({
      kind: "unknown",
      sentence: "too little here to tell (5 of the 6 windows with newcomers that are needed)",
    });
  });
});
