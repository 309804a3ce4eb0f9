import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CompactGraph } from "../../src/kernel/compact-graph.js";
import { boundLongestPath } from "../../src/kernel/longest-path.js";
import { reversedGraph } from "../../src/kernel/reversed-graph.js";
import { graphOfTies } from "./graph-of-ties.js";

/** From everybody, breadth first. */
function longestPath({ nodeCount, offsets, columns: neighbour }: CompactGraph): number {
  const lengths = Array.from({ length: nodeCount }, (_, start) => {
    const distance = new Map([[start, 0]]);
    for (const [node, from] of distance) {
      for (const to of neighbour.subarray(offsets[node], offsets[node + 1])) {
        if (!distance.has(to)) distance.set(to, from + 1);
      }
    }
    return Math.max(...distance.values());
  });
  return Math.max(0, ...lengths);
}

describe("the bound on the longest of the shortest paths", () => {
  test("is that of a chain, however long", () => {
    const ties = Array.from({ length: 99_999 }, (_, at): [number, number] => [at, at + 1]);
    const chain = graphOfTies(100_000, ties);
    expect(boundLongestPath(chain, reversedGraph(chain))).toBe(99_999);
    const ring = graphOfTies(100_000, [...ties, [99_999, 0]]);
    expect(boundLongestPath(ring, reversedGraph(ring))).toBe(99_999);
  });

  test("is two of a star, and nothing without ties", () => {
    const star = graphOfTies(
      4,
      [0, 1, 2].flatMap(
        (leaf) =>
          [
            [leaf, 3],
            [3, leaf],
          ] as const,
      ),
    );
    expect(boundLongestPath(star, reversedGraph(star))).toBe(2);
    for (const nodeCount of [0, 1, 5]) {
      const graph = graphOfTies(nodeCount, []);
      expect(boundLongestPath(graph, reversedGraph(graph))).toBe(0);
    }
  });

  test("is never below it, and not above the chain of everybody", () => {
    const node = fc.nat(14);
    fc.assert(
      fc.property(fc.array(fc.tuple(node, node), { maxLength: 40 }), (ties) => {
        const graph = graphOfTies(15, ties);
        const bound = boundLongestPath(graph, reversedGraph(graph));
        expect(bound).toBeGreaterThanOrEqual(longestPath(graph));
        expect(bound).toBeLessThan(15);
      }),
    );
  });
});
