import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { degreeOf } from "../../src/kernel/compact-graph.js";
import { foldLeaves } from "../../src/kernel/fold-leaves.js";
import { measureModularity } from "../../src/measure/community/modularity.js";
import { cases } from "../support/cases.js";
import { partitionsOf } from "./all-partitions.js";
import { anyGraph, weightedGraphOf } from "./any-graph.js";

describe("folding those who have one tie", () => {
  test("makes them one with whom it runs to; of a pair the first stays, and isolates stay", () => {
    const graph = weightedGraphOf(9, [
      [0, 1, 2],
      [1, 2, 3],
      [2, 3, 4],
      [1, 3, 5],
      [3, 4, 6],
      [4, 5, 7],
      [6, 8, 8],
    ]);
    const { reduced, reducedOf } = foldLeaves(graph);
    expect([...reducedOf]).toEqual([0, 0, 1, 2, 3, 3, 4, 5, 4]);
    expect(reduced).toMatchObject({ nodeCount: 6, totalStrength: 70 });
    expect([...reduced.offsets]).toEqual([0, 2, 4, 7, 8, 8, 8]);
    expect([...reduced.columns]).toEqual([1, 2, 0, 2, 0, 1, 3, 2]);
    expect([...reduced.weight]).toEqual([3, 5, 3, 4, 5, 4, 6, 6]);
    expect([...reduced.strength]).toEqual([12, 7, 15, 20, 16, 0]);
  });

  test("parts nobody whom the partition of highest modularity has together", () => {
    fc.assert(
      fc.property(anyGraph(7), (graph) => {
        const { reducedOf } = foldLeaves(graph);
        const modularityOf = (labels: Int32Array): number => measureModularity(graph, labels) ?? 0;
        let best = 0;
        let bestFolded = 0;
        for (const labels of partitionsOf(graph.nodeCount)) {
          const found = modularityOf(labels);
          best = Math.max(best, found);
          const isFolded = labels.every(
            (label, node) =>
              degreeOf(graph, node) !== 1 || label === labels[reducedOf.indexOf(reducedOf[node])],
          );
          if (isFolded) bestFolded = Math.max(bestFolded, found);
        }
        expect(bestFolded).toBeCloseTo(best, 12);
      }),
      { numRuns: cases(50) },
    );
  });
});
