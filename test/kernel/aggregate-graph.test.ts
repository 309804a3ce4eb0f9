import { describe, expect, test } from "vitest";
import { aggregateGraph, asAggregate } from "../../src/kernel/aggregate-graph.js";
import { weightedGraphOf } from "./any-graph.js";

describe("an aggregate graph", () => {
  const graph = asAggregate(
    weightedGraphOf(5, [
      [0, 1, 2],
      [0, 2, 3],
      [1, 2, 4],
      [2, 3, 5],
      [1, 3, 6],
    ]),
  );

  test("sums the ties between two nodes' people, and keeps those within in their strength", () => {
    const {
      nodeCount,
      offsets,
      columns: neighbour,
      weight,
      strength,
      totalStrength,
    } = aggregateGraph(graph, {
      labels: Int32Array.from([1, 1, 0, 2, 3]),
      count: 4,
    });
    expect(nodeCount).toBe(4);
    const rows = Array.from({ length: nodeCount }, (_, node) =>
      Array.from({ length: offsets[node + 1] - offsets[node] }, (_, at) => [
        neighbour[offsets[node] + at],
        weight[offsets[node] + at],
      ]).sort(([a], [b]) => a - b),
    );
    expect(rows).toEqual([
      [
        [1, 7],
        [2, 5],
      ],
      [
        [0, 7],
        [2, 6],
      ],
      [
        [0, 5],
        [1, 6],
      ],
      [],
    ]);
    expect([...strength]).toEqual([12, 17, 11, 0]);
    expect(totalStrength).toBe(40);
  });

  test("of people is their graph", () => {
    expect([...graph.strength]).toEqual([5, 12, 12, 11, 0]);
    expect(aggregateGraph(graph, { labels: Int32Array.from([0, 1, 2, 3, 4]), count: 5 })).toEqual(
      graph,
    );
  });

  test("of nobody has nothing", () => {
    const nobody = asAggregate(weightedGraphOf(0, []));
    expect(aggregateGraph(nobody, { labels: new Int32Array(0), count: 0 })).toMatchObject({
      nodeCount: 0,
      totalStrength: 0,
    });
  });
});
