import { describe, expect, test } from "vitest";
import { enoughSamples, errorOf, logsOfShares } from "../../src/kernel/kadabra-bounds.js";

describe("the bounds of sampled betweenness", () => {
  test("ask for 0.5 / error² · (⌊log2 nodes between⌋ + 1 + ln(2 / probability)) samples at most", () => {
    // 50 · (3 + 1 + ln 20) = 349.8 and 50 · (0 + 1 + ln 20) = 199.8.
    expect(enoughSamples({ between: 8, error: 0.1, failureProbability: 0.1 })).toBe(350);
    expect(enoughSamples({ between: 15, error: 0.1, failureProbability: 0.1 })).toBe(350);
    expect(enoughSamples({ between: 1, error: 0.1, failureProbability: 0.1 })).toBe(200);
  });

  test("are where Bernstein's inequality leaves each node its share", () => {
    const [samples, most] = [5000, 20_000];
    for (const [count, log] of [
      [0, 12],
      [40, 12],
      [2500, 3],
    ]) {
      const error = errorOf({
        counts: Int32Array.of(count),
        logs: Float64Array.of(log),
        samples,
        most,
        enough: 1,
      });
      // The truth at the far end: the deviation squared is twice the log times variance and a third of it.
      const truth = count / samples + error;
      const deviation = error * samples;
      expect(deviation ** 2).toBeCloseTo(2 * log * (most * truth + deviation / 3), 3);
    }
  });

  test("are infinite as soon as somebody's error is too large", () => {
    const state = {
      counts: Int32Array.of(10, 3000),
      logs: Float64Array.of(8, 8),
      samples: 10_000,
      most: 10_000,
    };
    const error = errorOf({ ...state, enough: 1 });
    expect(errorOf({ ...state, enough: error })).toBe(error);
    expect(errorOf({ ...state, enough: 0.999 * error })).toBe(Number.POSITIVE_INFINITY);
  });

  test("hand out half of the probability to fail, more of it to those between many", () => {
    const counts = Int32Array.of(0, 0, 5, 100, 700);
    const logs = logsOfShares({ counts, samples: 1000, error: 0.02, failureProbability: 0.1 });
    const shares = logs.map((log) => Math.exp(-log));
    // Each twice: for the error upwards and downwards.
    const handedOut = 2 * shares.reduce((sum, share) => sum + share, 0);
    expect(handedOut).toBeLessThanOrEqual(0.05);
    expect(handedOut).toBeGreaterThan(0.04);
    expect(shares[0]).toBe(shares[1]);
    expect(shares[0]).toBeLessThan(shares[3]);
    expect(shares[3]).toBeLessThan(shares[4]);
    for (const seen of [[0, 0, 0], [1000, 1000], [0]]) {
      const all = logsOfShares({
        counts: Int32Array.from(seen),
        samples: 1000,
        error: 0.02,
        failureProbability: 0.1,
      });
      const sum = all.reduce((total, log) => total + Math.exp(-log), 0);
      expect(2 * sum).toBeLessThanOrEqual(0.05);
      expect(sum).toBeGreaterThan(0);
    }
  });
});
