import fc from "fast-check";
import { DirectedGraph } from "graphology";
import pagerank from "graphology-metrics/centrality/pagerank.js";
import { describe, expect, test } from "vitest";
import { inwardGraph } from "../../src/kernel/compact-graph.js";
import { solvePagerank } from "../../src/kernel/pagerank.js";
import { measurePagerank } from "../../src/measure/node/pagerank.js";
import type { Network } from "../../src/model/network.js";
import { networkOf } from "../measure/literature-graphs.js";
import { randomNetwork } from "../support/random-network.js";

/** The same by graphology, which goes from round to round instead of solving. */
function byGraphology({ nodeCount, tieCount, source, target, weight }: Network): number[] {
  const graph = new DirectedGraph();
  for (let node = 0; node < nodeCount; node += 1) graph.addNode(node);
  for (let tie = 0; tie < tieCount; tie += 1) {
    graph.addEdge(source[tie], target[tie], { weight: weight[tie] });
  }
  const values = pagerank(graph, {
    getEdgeWeight: "weight",
    tolerance: 1e-15,
    maxIterations: 1000,
  });
  return Array.from({ length: nodeCount }, (_, node) => values[node]);
}

function expectSame(found: Float64Array, expected: readonly number[]): void {
  expect(found).toHaveLength(expected.length);
  for (const [node, value] of expected.entries()) {
    expect(Math.abs(found[node] / value - 1), `node ${node}`).toBeLessThan(1e-9);
  }
}

describe("PageRank", () => {
  test("of two people, one of whom engages the other, is 20/57 and 37/57", () => {
    const found = measurePagerank(networkOf(2, [[0, 1]]));
    expect(found[0]).toBeCloseTo(20 / 57, 14);
    expect(found[1]).toBeCloseTo(37 / 57, 14);
  });

  test("is passed on by strength, three parts of four to whom three of four interactions go", () => {
    const found = measurePagerank(
      networkOf(3, [
        [0, 1, 3],
        [0, 2, 1],
      ]),
    );
    // Everybody has 1 but for scale; the first passes on 0.85 of it.
    expect(found[1] / found[0]).toBeCloseTo(1 + 0.85 * 0.75, 14);
    expect(found[2] / found[0]).toBeCloseTo(1 + 0.85 * 0.25, 14);
  });

  test("is kept by whoever engages oneself", () => {
    const found = measurePagerank(
      networkOf(3, [
        [0, 0, 3],
        [0, 1, 1],
        [2, 2, 5],
      ]),
    );
    const first = 1 / (1 - 0.85 * 0.75);
    expect(found[1] / found[0]).toBeCloseTo((1 + 0.85 * 0.25 * first) / first, 14);
    expect(found[2] / found[0]).toBeCloseTo(1 / 0.15 / first, 13);
  });

  test("is alike on a ring, without ties, and for one person; nobody has none", () => {
    const ring = networkOf(
      4,
      [0, 1, 2, 3].map((node) => [node, (node + 1) % 4] as const),
    );
    expectSame(measurePagerank(ring), [0.25, 0.25, 0.25, 0.25]);
    expect([...measurePagerank(networkOf(4, []))]).toEqual([0.25, 0.25, 0.25, 0.25]);
    expect([...measurePagerank(networkOf(1, []))]).toEqual([1]);
    expect([...measurePagerank(networkOf(1, [[0, 0]]))]).toEqual([1]);
    expect([...measurePagerank(networkOf(0, []))]).toEqual([]);
  });

  test("leaves loops out where none are told of", () => {
    const network = networkOf(2, [
      [0, 0, 9],
      [0, 1],
    ]);
    expect(solvePagerank(inwardGraph(network))[0]).toBeCloseTo(20 / 57, 14);
  });

  test("of 100,000 people in a chain, and in a ring, is found without recursion", () => {
    const people = 100_000;
    const chain = Array.from({ length: people - 1 }, (_, node) => [node + 1, node] as const);
    const found = measurePagerank(networkOf(people, chain));
    // Far from the chain's beginning everybody has 1 + 0.85 + 0.85² + …
    expect(found[0] / found[people - 1]).toBeCloseTo(1 / 0.15, 9);
    const ring = measurePagerank(networkOf(people, [...chain, [0, people - 1]]));
    expect(ring[0] * people).toBeCloseTo(1, 9);
    expect(ring[people >> 1] * people).toBeCloseTo(1, 9);
  });

  test("agrees with graphology to 1e-9 of each value: loops, isolates, several components", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 25 }), fc.nat(60), fc.nat(), (people, ties, seed) => {
        const { source, target } = randomNetwork(people, Math.min(ties, people * people), seed);
        const pairs = Array.from(
          source,
          (from, tie) => [from, target[tie], 1 + ((tie * 7) % 5)] as const,
        );
        const network = networkOf(people, pairs);
        expectSame(measurePagerank(network), byGraphology(network));
      }),
    );
  });

  test("of people numbered otherwise is the same", () => {
    const network = randomNetwork(200, 500, 3);
    const turned = networkOf(
      200,
      Array.from(network.source, (from, tie) => [199 - from, 199 - network.target[tie]] as const),
    );
    expectSame(measurePagerank(turned), [...measurePagerank(network)].reverse());
  });
});
