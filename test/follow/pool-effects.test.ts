import { describe, expect, test } from "vitest";
import { effectOf, poolEffects } from "../bench/pool-effects.js";

/** Two windows of a hundred learners, the one above the mean by as much as the other is below. */
function archive(mean: number, off: number) {
  return [mean + off, mean - off].map((each) => ({ gain: each * 100, learners: 100 }));
}

describe("effects of several archives", () => {
  test("of one archive is its mean gain a learner, off by the spread of its windows", () => {
    expect(effectOf(archive(0.2, 0.1))).toMatchObject({ learners: 200, windows: 2 });
    expect(effectOf(archive(0.2, 0.1)).mean).toBeCloseTo(0.2);
    // A mean of two values that are 0.1 off: s² / n = 0.02 / 2.
    expect(effectOf(archive(0.2, 0.1)).variance).toBeCloseTo(0.01);
  });

  test("has no interval where there is one archive", () => {
    const pooled = poolEffects([archive(0.2, 0.1)]);
    expect(pooled).toMatchObject({ archives: 1, won: 1, low: undefined, high: undefined });
  });

  test("of two archives has the interval of Student's t with one degree of freedom", () => {
    const pooled = poolEffects([archive(0.1, 0.05), archive(0.3, 0.05)]);
    expect(pooled.mean).toBeCloseTo(0.2);
    // Equal weights: the standard error is half the distance between the two.
    expect((pooled.high ?? 0) - pooled.mean).toBeCloseTo(12.706 * 0.1);
  });

  test("trusts an archive less whose windows differ more, where archives agree", () => {
    const pooled = poolEffects([archive(0.2, 0.1), archive(0.21, 0.4), archive(0.19, 0.4)]);
    expect(pooled.mean).toBeCloseTo(0.2);
    expect(poolEffects([archive(0.2, 0.1), archive(0.3, 0.4)]).mean).toBeLessThan(0.21);
  });
});
