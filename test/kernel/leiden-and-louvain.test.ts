import fc from "fast-check";
import { UndirectedGraph } from "graphology";
import louvain from "graphology-communities-louvain";
import { describe, expect, test } from "vitest";
import { undirectedGraph, type WeightedGraph } from "../../src/kernel/compact-graph.js";
import { findByLeiden } from "../../src/kernel/leiden.js";
import { findByLouvain } from "../../src/kernel/louvain.js";
import { measureModularity } from "../../src/measure/community/modularity.js";
import { seededRandom } from "../../src/model/seeded-random.js";
import { projectUndirected } from "../../src/network/project.js";
import { syntheticNetwork } from "../bench/synthetic-network.js";
import { karate } from "../measure/literature-graphs.js";
import { cases } from "../support/cases.js";
import { piecesByLabel } from "../support/pieces.js";
import { partitionsOf } from "./all-partitions.js";
import { anyGraph, randomGraph, weightedGraphOf } from "./any-graph.js";

const methods = [
  ["Leiden", findByLeiden],
  ["Louvain", findByLouvain],
] as const;

type Method = (typeof methods)[number][1];

function modularityOf(graph: WeightedGraph, labels: Int32Array): number {
  return measureModularity(graph, labels) ?? 0;
}

function bestOfSeeds(graph: WeightedGraph, find: Method, count: number): number {
  const seeds = Array.from({ length: count }, (_, seed) => seed);
  return Math.max(...seeds.map((seed) => modularityOf(graph, find(graph, seed))));
}

function byGraphology(graph: WeightedGraph, seed: number): Int32Array {
  const other = new UndirectedGraph();
  for (let node = 0; node < graph.nodeCount; node += 1) other.addNode(node);
  for (let node = 0; node < graph.nodeCount; node += 1) {
    for (let tie = graph.offsets[node]; tie < graph.offsets[node + 1]; tie += 1) {
      const weight = graph.weight[tie];
      if (graph.columns[tie] > node) other.addEdge(node, graph.columns[tie], { weight });
    }
  }
  const found = louvain(other, { getEdgeWeight: "weight", rng: seededRandom(seed) });
  return Int32Array.from({ length: graph.nodeCount }, (_, node) => found[node]);
}

describe.each(methods)("%s", (_, find) => {
  test("splits Zachary's karate club into four, of modularity 0.4198, the highest there is", () => {
    const graph = undirectedGraph(projectUndirected(karate));
    expect(bestOfSeeds(graph, find, 10)).toBeCloseTo(0.41979, 5);
    expect(new Set(find(graph, 1)).size).toBe(4);
  });

  test("parts none of 30 cliques in a ring, and pairs many of them: alone they have only 0.876", () => {
    // Fortunato and Barthélemy (2007), Resolution limit in community detection: pairs have 0.888.
    const ties: [number, number][] = [];
    for (let clique = 0; clique < 30; clique += 1) {
      for (let a = 0; a < 5; a += 1) {
        for (let b = 0; b < a; b += 1) ties.push([5 * clique + b, 5 * clique + a]);
      }
      ties.push([5 * clique, (5 * clique + 6) % 150]);
    }
    const graph = weightedGraphOf(150, ties);
    const found = find(graph, 1);
    for (let clique = 0; clique < 30; clique += 1) {
      expect(new Set(found.subarray(5 * clique, 5 * clique + 5)).size).toBe(1);
    }
    expect(modularityOf(graph, found)).toBeGreaterThan(0.88);
  });

  test("weighs ties: two pairs of a square who talk much are two communities", () => {
    const square = weightedGraphOf(4, [
      [0, 1, 9],
      [1, 2, 1],
      [2, 3, 9],
      [0, 3, 1],
    ]);
    expect([...find(square, 1)]).toEqual([0, 0, 1, 1]);
  });

  test("leaves whoever has no tie alone, and keeps components apart", () => {
    expect([...find(weightedGraphOf(0, []), 1)]).toEqual([]);
    expect([...find(weightedGraphOf(1, []), 1)]).toEqual([0]);
    expect([...find(weightedGraphOf(3, []), 1)]).toEqual([0, 1, 2]);
    const parts = weightedGraphOf(6, [
      [0, 4],
      [1, 3],
      [3, 5],
    ]);
    expect([...find(parts, 1)]).toEqual([0, 1, 2, 1, 0, 1]);
  });

  test("takes a chain of 100,000 people", () => {
    const chain = weightedGraphOf(
      100_000,
      Array.from({ length: 99_999 }, (_, node) => [node, node + 1] as const),
    );
    expect(modularityOf(chain, find(chain, 1))).toBeGreaterThan(0.98);
  });

  test("takes weights whose sum is more than a number holds", () => {
    const heavy = weightedGraphOf(3, [
      [0, 1, 1.7e308],
      [1, 2, 1.7e308],
    ]);
    expect(find(heavy, 1)).toHaveLength(3);
  });

  test("gives labels from 0 without gaps, the same for the same seed, and none joins two components", () => {
    fc.assert(
      fc.property(anyGraph(40), fc.nat(), (graph, seed) => {
        const labels = find(graph, seed);
        const used = [...new Set(labels)];
        expect(used).toEqual([...used.keys()]);
        expect(find(graph, seed)).toEqual(labels);
        const components = new Int32Array(graph.nodeCount);
        const pieces = piecesByLabel(graph, components).get(0) ?? 0;
        expect(used.length).toBeGreaterThanOrEqual(pieces);
        expect(modularityOf(graph, labels)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test("is not above the highest modularity of all partitions, and within 0.02 of it", () => {
    fc.assert(
      fc.property(anyGraph(7), (graph) => {
        const all = partitionsOf(graph.nodeCount).map((labels) => modularityOf(graph, labels));
        const best = Math.max(...all);
        const found = bestOfSeeds(graph, find, 5);
        expect(found).toBeLessThanOrEqual(best + 1e-12);
        expect(found).toBeGreaterThanOrEqual(best - 0.02);
      }),
      { numRuns: cases(100) },
    );
  });

  test("finds no lower modularity than the Louvain of graphology", () => {
    const sizes = [
      [60, 150],
      [300, 600],
      [1000, 4000],
    ] as const;
    for (const graph of [
      undirectedGraph(projectUndirected(karate)),
      ...sizes.map(([people, ties]) => randomGraph(people, ties, 1)),
    ]) {
      const theirs = [1, 2, 3, 4, 5].map((seed) => modularityOf(graph, byGraphology(graph, seed)));
      expect(bestOfSeeds(graph, find, 5)).toBeGreaterThanOrEqual(Math.max(...theirs) - 1e-9);
    }
  });
});

describe("Leiden", () => {
  test("has no community that is not connected, in graphs of any kind", () => {
    const sizes = [
      [12, 14],
      [40, 40],
      [40, 80],
      [200, 300],
      [200, 1000],
    ] as const;
    for (const [people, ties] of sizes) {
      for (let seed = 1; seed <= 100; seed += 1) {
        const graph = randomGraph(people, ties, seed);
        const pieces = [...piecesByLabel(graph, findByLeiden(graph, seed)).values()];
        expect(pieces.every((count) => count === 1)).toBe(true);
      }
    }
    fc.assert(
      fc.property(anyGraph(40), fc.nat(), (graph, seed) => {
        const pieces = [...piecesByLabel(graph, findByLeiden(graph, seed)).values()];
        expect(pieces.every((count) => count === 1)).toBe(true);
      }),
      { numRuns: cases(500) },
    );
  });
});

describe("20,000 invented people", () => {
  const graph = undirectedGraph(
    projectUndirected({ ...karate, ...syntheticNetwork({ nodeCount: 20_000 }) }),
  );

  // Of five seeds the highest of igraph 0.10.2, community_leiden with two iterations and
  // community_multilevel.
  test.each([
    ["Leiden", findByLeiden, 0.876_335],
    ["Louvain", findByLouvain, 0.861_965],
  ] as const)("are split by %s at no lower modularity than by igraph", (_, find, theirs) => {
    for (const seed of [1, 2, 3]) {
      expect(modularityOf(graph, find(graph, seed))).toBeGreaterThanOrEqual(theirs);
    }
  });

  test("are split by Louvain into some communities that are not connected, and by Leiden into none", () => {
    const broken = (labels: Int32Array): number =>
      [...piecesByLabel(graph, labels).values()].filter((count) => count > 1).length;
    expect(broken(findByLouvain(graph, 1))).toBeGreaterThan(0);
    expect(broken(findByLeiden(graph, 1))).toBe(0);
  });
});
