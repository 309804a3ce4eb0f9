import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aggregateGraph, asAggregate } from "../../src/kernel/aggregate-graph.js";
import { withoutGaps } from "../../src/kernel/labelling.js";
import { moveLocally } from "../../src/kernel/local-moving.js";
import { ascendingNodes } from "../../src/kernel/node-order.js";
import { measureModularity } from "../../src/measure/community/modularity.js";
import { seededRandom } from "../../src/model/seeded-random.js";
import { anyGraph, weightedGraphOf } from "./any-graph.js";

describe("local moving", () => {
  test("joins two triangles each within itself, whatever the order", () => {
    const triangles = weightedGraphOf(6, [
      [0, 1],
      [1, 2],
      [0, 2],
      [2, 3],
      [3, 4],
      [4, 5],
      [3, 5],
    ]);
    for (let seed = 0; seed < 20; seed += 1) {
      const labels = ascendingNodes(6);
      moveLocally(asAggregate(triangles), labels, seededRandom(seed));
      expect([...withoutGaps(labels).labels]).toEqual([0, 0, 0, 1, 1, 1]);
    }
  });

  test("takes nodes out into communities of their own where they have too few ties to stay", () => {
    // Three cliques, each of which is one node, in a row.
    const ties: [number, number][] = [
      [0, 3],
      [3, 6],
    ];
    for (const first of [0, 3, 6]) {
      ties.push([first, first + 1], [first + 1, first + 2], [first, first + 2]);
    }
    const parts = { labels: Int32Array.from([0, 0, 0, 1, 1, 1, 2, 2, 2]), count: 3 };
    const cliques = aggregateGraph(asAggregate(weightedGraphOf(9, ties)), parts);
    const labels = new Int32Array(3);
    const rise = moveLocally(cliques, labels, seededRandom(1));
    expect(new Set(labels).size).toBe(3);
    expect(rise).toBeCloseTo(9 / 11 - (7 ** 2 + 8 ** 2 + 7 ** 2) / 22 ** 2, 12);
  });

  test("says by how much modularity rose, of people and of nodes that are several", () => {
    const start = fc.array(fc.nat(29), { minLength: 30, maxLength: 30 });
    fc.assert(
      fc.property(anyGraph(30), start, fc.nat(), (graph, labelsBefore, seed) => {
        const people = asAggregate(graph);
        const before = Int32Array.from(
          labelsBefore.slice(0, graph.nodeCount),
          (label) => label % graph.nodeCount,
        );
        const after = before.slice();
        const rise = moveLocally(people, after, seededRandom(seed));
        const modularityOf = (labels: Int32Array): number => measureModularity(graph, labels) ?? 0;
        expect(rise).toBeCloseTo(modularityOf(after) - modularityOf(before), 9);
        expect(rise).toBeGreaterThanOrEqual(0);

        const parts = withoutGaps(after);
        const merged = aggregateGraph(people, parts);
        const labels = ascendingNodes(merged.nodeCount);
        const further = moveLocally(merged, labels, seededRandom(seed));
        const flat = parts.labels.map((part) => labels[part]);
        expect(further).toBeCloseTo(modularityOf(flat) - modularityOf(parts.labels), 9);
      }),
    );
  });
});
