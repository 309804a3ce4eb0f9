import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { measureDisparity } from "../../src/kernel/disparity.js";

const star = {
  nodeCount: 4,
  tieCount: 3,
  source: Int32Array.of(0, 0, 0),
  target: Int32Array.of(1, 2, 3),
  weight: Float64Array.of(1, 1, 8),
};

describe("the disparity filter", () => {
  test("gives (1 − w / s)^(k − 1) of a star's centre, whose leaves say nothing", () => {
    const values = [...measureDisparity(star, { isDirected: false })];
    expect(values.map((value) => value.toFixed(6))).toEqual(["0.810000", "0.810000", "0.040000"]);
  });

  test("gives 1 where both ends have but this tie", () => {
    const one = { ...star, tieCount: 1, source: Int32Array.of(0), target: Int32Array.of(1) };
    expect([...measureDisparity(one, { isDirected: false })]).toEqual([1]);
  });

  test("counts what goes out of the source and what comes into the target where ties have a direction", () => {
    // 0 → 1 and 2 → 1 come in with 1 and 3; nothing goes out twice.
    const into = {
      nodeCount: 3,
      tieCount: 2,
      source: Int32Array.of(0, 2),
      target: Int32Array.of(1, 1),
      weight: Float64Array.of(1, 3),
    };
    expect([...measureDisparity(into, { isDirected: true })]).toEqual([0.75, 0.25]);
  });

  test("does not depend on the unit of weights", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1 }), (weights) => {
        const graph = (unit: number) => ({
          nodeCount: weights.length + 1,
          tieCount: weights.length,
          source: new Int32Array(weights.length),
          target: Int32Array.from(weights, (_, at) => at + 1),
          weight: Float64Array.from(weights, (weight) => weight * unit),
        });
        const [one, other] = [1, 4].map((unit) =>
          measureDisparity(graph(unit), { isDirected: false }),
        );
        expect([...one]).toEqual([...other]);
      }),
    );
  });
});
