import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { testBySigns, type WindowGain } from "../../src/follow/backtest/sign-flip-test.js";
import { seededRandom } from "../../src/model/seeded-random.js";

const gains = (...values: number[]): WindowGain[] => values.map((gain) => ({ gain, learners: 1 }));
const testOne = (windows: WindowGain[]) => testBySigns({ orders: [windows], seed: 1 })[0];

describe("the test of an order by the signs of its windows", () => {
  test("six windows won of six are 1 in 64, five of five say nothing", () => {
    expect(testOne(gains(1, 2, 3, 4, 5, 6)).pBetter).toBe(1 / 64);
    expect(testOne(gains(1, 2, 3, 4, 5, 6)).pWorse).toBe(1);
    expect(testOne(gains(1, 2, 3, 4, 5)).pBetter).toBe(1 / 32);
    expect(testOne(gains(1, 2, 3, 4, 5))).toMatchObject({ low: undefined, high: undefined });
  });

  test("Darwin's maize: the sum of fifteen differences comes in 863 of 32,768 ways", () => {
    // Fisher (1935), section 21: cross-fertilised less self-fertilised, in eighths of an inch.
    const darwin = [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48];
    const { pBetter } = testOne(gains(...darwin));
    expect(Math.abs(pBetter - 863 / 32_768)).toBeLessThan(0.005);
  });

  test("the interval ends at means of windows: of six, at the least and the largest", () => {
    const windows = [0.1, 0.3, 0.2, 0.5, 0.4, 0.6].map((mean, at) => ({
      gain: mean * (at + 1),
      learners: at + 1,
    }));
    const { low, high } = testOne(windows);
    expect(low).toBeCloseTo(0.1, 12);
    expect(high).toBeCloseTo(0.6, 12);
  });

  test("a shift is outside of the interval if and only if the test of the rest refutes it", () => {
    const value = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 6, maxLength: 8 }), value, (values, shift) => {
        const { low = 0, high = 0 } = testOne(gains(...values));
        fc.pre(Math.abs(shift - low) > 1e-6 && Math.abs(shift - high) > 1e-6);
        const rest = testOne(gains(...values.map((of) => of - shift)));
        expect(rest.pBetter <= 0.025).toBe(shift < low);
        expect(rest.pWorse <= 0.025).toBe(shift > high);
      }),
    );
  });

  test("of several orders each is held to the best of all", () => {
    const strong = gains(1, 1, 1, 1, 1, 1, 1, 1);
    const weak = gains(1, 1, 1, 1, 1, 1, 1, -1);
    const [alone] = testBySigns({ orders: [weak], seed: 1 });
    const [, beside] = testBySigns({ orders: [strong, weak], seed: 1 });
    expect(alone.pBetter).toBe(9 / 256);
    expect(beside.pBetter).toBeGreaterThan(alone.pBetter);
  });

  test("of orders that are no better, any is called so in at most 2.5 % of archives", () => {
    const random = seededRandom(7);
    let called = 0;
    const archives = 2_000;
    for (let archive = 0; archive < archives; archive += 1) {
      // Heavy tails, and three orders that share most of their chance.
      const shared = Array.from({ length: 8 }, () => (random() - 0.5) / (0.05 + random()));
      const orders = [1, 2, 3].map(() =>
        shared.map((value) => ({ gain: value + (random() - 0.5) / 4, learners: 1 })),
      );
      const results = testBySigns({ orders, seed: archive });
      if (results.some(({ pBetter }) => pBetter <= 0.025)) called += 1;
    }
    // Two standard errors of 2,000 archives above 2.5 %.
    expect(called / archives).toBeLessThan(0.032);
    expect(called).toBeGreaterThan(0);
  });
});
