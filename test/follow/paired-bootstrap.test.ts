import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { estimate, resampleMeans } from "../../src/follow/backtest/paired-bootstrap.js";
import { cases } from "../support/cases.js";

const window = (...methods: number[][]) => methods.map((values) => Float64Array.from(values));

describe("the two-level bootstrap", () => {
  test("means are over all learners of all windows", () => {
    const windows = [window([1, 0, 0]), window([1])];
    const means = resampleMeans({ windows, resamples: 100, seed: 1 });
    expect(estimate(means, 0).mean).toBe(0.5);
  });

  test("windows that differ make the interval wide, however many learners they have", () => {
    const windows = [window(Array(500).fill(0)), window(Array(500).fill(1))];
    const means = resampleMeans({ windows, resamples: 200, seed: 1 });
    expect(estimate(means, 0)).toEqual({ mean: 0.5, low: 0, high: 1 });
  });

  test("one window leaves the spread of its learners", () => {
    const values = Array.from({ length: 400 }, (_, at) => at % 2);
    const { low, high } = estimate(
      resampleMeans({ windows: [window(values)], resamples: 1000, seed: 1 }),
      0,
    );
    // 1.96 · √(¼ / 400) = 0.049.
    expect(low).toBeGreaterThan(0.43);
    expect(low).toBeLessThan(0.47);
    expect(high).toBeGreaterThan(0.53);
    expect(high).toBeLessThan(0.57);
  });

  test("the same seed gives the same interval and another seed another", () => {
    const windows = [window([0.1, 0.7, 0.3]), window([0.2, 0.4])];
    const run = (seed: number) => resampleMeans({ windows, resamples: 200, seed }).resampled;
    expect(run(5)).toEqual(run(5));
    expect(run(5)).not.toEqual(run(6));
  });

  test("windows without learners change nothing", () => {
    const windows = [window([0.1, 0.7]), window([]), window([0.4])];
    const without = [window([0.1, 0.7]), window([0.4])];
    const run = (input: typeof windows) =>
      resampleMeans({ windows: input, resamples: 50, seed: 1 });
    expect(run(windows)).toEqual(run(without));
  });

  test("an interval lies within the values", () => {
    const values = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(fc.array(values, { minLength: 1, maxLength: 4 }), fc.nat(), (lists, seed) => {
        const windows = lists.map((list) => window(list));
        const { low, high } = estimate(resampleMeans({ windows, resamples: 40, seed }), 0);
        expect(low).toBeLessThanOrEqual(high);
        expect(low).toBeGreaterThanOrEqual(Math.min(...lists.flat()) - 1e-12);
        expect(high).toBeLessThanOrEqual(Math.max(...lists.flat()) + 1e-12);
      }),
      { numRuns: cases(50) },
    );
  });
});
