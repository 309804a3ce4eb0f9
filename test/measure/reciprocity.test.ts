import { expect, test } from "vitest";
import { inwardGraph, outwardGraph } from "../../src/kernel/compact-graph.js";
import { measureReciprocity, reciprocityByGroup } from "../../src/measure/network/reciprocity.js";
import { networkOf } from "./literature-graphs.js";

/** 0 and 1 engage each other, 1 engages 2, and 2 and 3 each other; 4 stands alone. */
const network = networkOf(5, [
  [0, 1],
  [1, 0],
  [1, 2],
  [2, 3],
  [3, 2],
]);
const ties = { outward: outwardGraph(network), inward: inwardGraph(network) };

test("pairs who engage each other are counted once, among all that are tied", () => {
  expect(measureReciprocity(ties)).toEqual({ linkedPairs: 3, mutualPairs: 2 });
});

test("in a community only ties among its members count, and people without one count nowhere", () => {
  expect(reciprocityByGroup(ties, Int32Array.of(0, 0, 1, 1, -1), 2)).toEqual([
    { linkedPairs: 1, mutualPairs: 1 },
    { linkedPairs: 1, mutualPairs: 1 },
  ]);
  expect(reciprocityByGroup(ties, Int32Array.of(0, 1, 1, -1, -1), 2)).toEqual([
    { linkedPairs: 0, mutualPairs: 0 },
    { linkedPairs: 1, mutualPairs: 0 },
  ]);
});
