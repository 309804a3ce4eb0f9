import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { measureTrees, withoutCircles } from "../../src/kernel/trees.js";

/** Parents before or after their children. */
const forests = fc
  .array(fc.nat(), { minLength: 1, maxLength: 14 })
  .map((picks) => Int32Array.from(picks, (pick, node) => (pick % (node + 1)) - 1))
  .chain((parent) =>
    fc.shuffledSubarray([...parent.keys()], { minLength: parent.length }).map((order) => {
      const renamed = new Int32Array(parent.length);
      for (const [node, of] of parent.entries()) renamed[order[node]] = of < 0 ? -1 : order[of];
      return renamed;
    }),
  );

function distance(parent: Int32Array, a: number, b: number): number {
  const up = (node: number): number[] => (node < 0 ? [] : [node, ...up(parent[node])]);
  const [ofA, ofB] = [up(a), up(b)];
  const meet = ofA.findIndex((node) => ofB.includes(node));
  return meet + ofB.indexOf(ofA[meet]);
}

describe("measures of trees", () => {
  test("of a chain, of a star, and of a node alone", () => {
    const { depth, width, size, meanDistance } = measureTrees(
      Int32Array.of(-1, 0, 1, -1, 3, 3, 3, -1),
    );
    expect([...size]).toEqual([3, 4, 1]);
    expect([...depth]).toEqual([2, 1, 0]);
    expect([...width]).toEqual([1, 3, 1]);
    expect([...meanDistance]).toEqual([4 / 3, 3 / 2, Number.NaN]);
  });

  test("structural virality is the mean distance over all pairs", () => {
    fc.assert(
      fc.property(forests, (parent) => {
        const { of, count, meanDistance } = measureTrees(parent);
        for (let tree = 0; tree < count; tree += 1) {
          const nodes = [...of.keys()].filter((node) => of[node] === tree);
          const pairs = nodes.flatMap((a, at) => nodes.slice(at + 1).map((b) => [a, b]));
          const sum = pairs.reduce((total, [a, b]) => total + distance(parent, a, b), 0);
          if (pairs.length === 0) expect(meanDistance[tree]).toBeNaN();
          else expect(meanDistance[tree]).toBeCloseTo(sum / pairs.length, 12);
        }
      }),
    );
  });

  test("a circle is cut at its smallest node, and nothing else is", () => {
    expect([...withoutCircles(Int32Array.of(1, 2, 0, 2, -1))]).toEqual([-1, 2, 0, 2, -1]);
    fc.assert(
      fc.property(forests, (parent) => {
        expect([...withoutCircles(parent)]).toEqual([...parent]);
      }),
    );
  });
});
