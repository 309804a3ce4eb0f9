import fc from "fast-check";
import { DirectedGraph } from "graphology";
import betweenness from "graphology-metrics/centrality/betweenness.js";
import { describe, expect, test } from "vitest";
import { countBetweenness } from "../../../src/measure/kernel/betweenness.js";
import type { CompactGraph } from "../../../src/measure/kernel/compact-graph.js";

/** Ties as pairs of nodes, in any order; loops and repeats are left out. */
function graphOf(nodeCount: number, ties: readonly (readonly [number, number])[]): CompactGraph {
  const lists = Array.from({ length: nodeCount }, () => new Set<number>());
  for (const [source, target] of ties) if (source !== target) lists[source].add(target);
  const offsets = new Int32Array(nodeCount + 1);
  for (const [node, list] of lists.entries()) offsets[node + 1] = offsets[node] + list.size;
  const neighbour = Int32Array.from(lists.flatMap((list) => [...list].sort((a, b) => a - b)));
  return { nodeCount, offsets, neighbour };
}

/** The same by graphology, which shares nothing with it. */
function byGraphology({ nodeCount, offsets, neighbour }: CompactGraph): number[] {
  const graph = new DirectedGraph();
  for (let node = 0; node < nodeCount; node += 1) graph.addNode(node);
  for (let node = 0; node < nodeCount; node += 1) {
    for (const to of neighbour.subarray(offsets[node], offsets[node + 1])) graph.addEdge(node, to);
  }
  const counts = betweenness(graph, { getEdgeWeight: null, normalized: false });
  return Array.from({ length: nodeCount }, (_, node) => counts[node]);
}

describe("betweenness", () => {
  test("of a path counts the pairs on both sides", () => {
    const path = graphOf(5, [
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 4],
    ]);
    expect([...countBetweenness(path)]).toEqual([0, 3, 4, 3, 0]);
  });

  test("of two ways is shared between them", () => {
    const square = graphOf(4, [
      [0, 1],
      [0, 2],
      [1, 3],
      [2, 3],
    ]);
    expect([...countBetweenness(square)]).toEqual([0, 0.5, 0.5, 0]);
  });

  test("of somebody on whom many hang is all pairs that come by", () => {
    const star = graphOf(6, [
      [1, 0],
      [2, 0],
      [0, 3],
      [0, 4],
      [0, 5],
    ]);
    expect([...countBetweenness(star)]).toEqual([6, 0, 0, 0, 0, 0]);
    expect([...countBetweenness(graphOf(2, [[0, 1]]))]).toEqual([0, 0]);
    expect([...countBetweenness(graphOf(0, []))]).toEqual([]);
  });

  test("agrees with graphology on any graph: pendants, chains of them, loops, isolates, parts", () => {
    const node = fc.nat(11);
    const pendant = fc.tuple(node, fc.boolean());
    fc.assert(
      fc.property(
        fc.array(fc.tuple(node, node), { maxLength: 30 }),
        fc.array(pendant, { maxLength: 10 }),
        (ties, pendants) => {
          const hanging = pendants.map(([anchor, isSource], at): [number, number] =>
            isSource ? [12 + at, anchor] : [anchor, 12 + at],
          );
          // Each of the last is hung on the one before, so that chains hang as well.
          const chain = pendants.map((_, at): [number, number] => [12 + at, 22 + at]);
          const graph = graphOf(33, [...ties, ...hanging, ...chain.slice(0, 4)]);
          const expected = byGraphology(graph);
          for (const [at, count] of countBetweenness(graph).entries()) {
            expect(count).toBeCloseTo(expected[at], 9);
          }
        },
      ),
    );
  });

  test("tells after each node how many are done", () => {
    const told: number[] = [];
    countBetweenness(graphOf(3, [[0, 1]]), (done) => told.push(done));
    expect(told).toEqual([1, 2, 3]);
  });
});
