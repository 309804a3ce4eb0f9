import { describe, expect, test } from "vitest";
import { inwardGraph, outwardGraph, undirectedGraph } from "../../src/kernel/compact-graph.js";
import { findCoreNumbers } from "../../src/kernel/core-numbers.js";
import { scoreEigenvector } from "../../src/kernel/eigenvector.js";
import { scoreHubsAndAuthorities } from "../../src/kernel/hits.js";
import { scoreKatz } from "../../src/measure/node/katz.js";
import { measurePagerank } from "../../src/measure/node/pagerank.js";
import type { Network } from "../../src/model/network.js";
import { projectUndirected } from "../../src/network/project.js";
import { centralityInPython } from "../support/centrality-in-python.js";
import { hasPythonPackages } from "../support/measure-in-python.js";
import { randomNetwork } from "../support/random-network.js";
import { karate, networkOf } from "./literature-graphs.js";

/** By chance, with weights, some ties both ways, and a few people on a tie of their own. */
function weightedNetwork(people: number, ties: number, seed: number): Network {
  const { source, target } = randomNetwork(people, ties, seed);
  const weightOf = (tie: number): number => 1 + ((tie * 31 + seed) % 11);
  const pairs = new Map<string, readonly [number, number, number]>();
  for (const [tie, from] of source.entries()) {
    pairs.set(`${from} ${target[tie]}`, [from, target[tie], weightOf(tie)]);
    if (tie % 3 === 0) pairs.set(`${target[tie]} ${from}`, [target[tie], from, weightOf(tie + 1)]);
  }
  const pendants = [0, 1, 2, 3].map((at) => {
    const [person, anchor] = [people + at, (at * 7) % people];
    return at % 2 === 0 ? ([person, anchor, at + 1] as const) : ([anchor, person, at + 1] as const);
  });
  const apart = [people + 4, people + 5, 2] as const;
  return networkOf(people + 7, [...pairs.values(), ...pendants, apart]);
}

function katzOf(network: Network): Float64Array {
  const inward = inwardGraph(network);
  return scoreKatz(inward, scoreHubsAndAuthorities(outwardGraph(network), inward).hub);
}

/** To 1e-9 of the largest, which is 1. */
function expectNear(found: Float64Array, expected: readonly number[], where: string): void {
  expect(found, where).toHaveLength(expected.length);
  const far = [...found.keys()].filter((node) => Math.abs(found[node] - expected[node]) > 1e-9);
  expect(
    far.slice(0, 3).map((node) => [node, found[node], expected[node]]),
    where,
  ).toEqual([]);
}

/** People and ties: from hardly any to nearly all that there can be, and more than networkx likes. */
const sizes = [
  [4, 6],
  [12, 20],
  [12, 100],
  [40, 60],
  [60, 600],
  [300, 900],
  [3000, 9000],
] as const;

// Python is no dependency of the project: where its packages are absent, the helper says so.
describe.skipIf(!hasPythonPackages)("to 1e-9 of networkx's and igraph's", () => {
  const networks = [
    karate,
    ...sizes.flatMap(([people, ties]) =>
      [1, 2, 3].map((seed) => weightedNetwork(people, ties, seed)),
    ),
  ];
  const found = hasPythonPackages ? centralityInPython(networks) : [];
  const compared = networks.flatMap((network, index) => {
    const { networkx, igraph } = found[index] ?? {};
    const others = Object.entries({ networkx, igraph });
    return others.flatMap(([name, theirs]) =>
      theirs ? [{ where: `${name}, network ${index}`, network, theirs }] : [],
    );
  });

  test("PageRank, small values too", () => {
    expect(compared.length).toBeGreaterThan(networks.length);
    for (const { where, network, theirs } of compared) {
      for (const [node, value] of measurePagerank(network).entries()) {
        expect(Math.abs(value / theirs.pagerank[node] - 1), where).toBeLessThan(1e-9);
      }
    }
  });

  test("core numbers, which are whole", () => {
    for (const { where, network, theirs } of compared) {
      const graph = undirectedGraph(projectUndirected(network));
      expect([...findCoreNumbers(graph)], where).toEqual(theirs.core_number);
    }
  });

  test("eigenvector centrality", () => {
    for (const { where, network, theirs } of compared) {
      const graph = undirectedGraph(projectUndirected(network));
      expectNear(scoreEigenvector(graph), theirs.eigenvector, where);
    }
  });

  test("Katz centrality, with the largest singular value that each of them finds", () => {
    for (const { where, network, theirs } of compared) {
      expectNear(katzOf(network), theirs.katz, where);
    }
  });

  test("hubs and authorities", () => {
    for (const { where, network, theirs } of compared) {
      const found = scoreHubsAndAuthorities(outwardGraph(network), inwardGraph(network));
      expectNear(found.hub, theirs.hub, where);
      expectNear(found.authority, theirs.authority, where);
    }
  });
});

describe("Katz centrality", () => {
  test("is what can be worked out by hand of a pair, a star and a ring", () => {
    expect([...katzOf(networkOf(2, [[0, 1]]))]).toEqual([1 / 1.85, 1]);
    const star = katzOf(
      networkOf(
        5,
        [1, 2, 3, 4].map((leaf) => [leaf, 0] as const),
      ),
    );
    // σ = 2, so that each of the four passes on .85 / 2.
    expect(star[0]).toBe(1);
    for (const leaf of [1, 2, 3, 4]) expect(star[leaf]).toBeCloseTo(1 / 2.7, 12);
    const ring = katzOf(
      networkOf(
        4,
        [0, 1, 2, 3].map((at) => [at, (at + 1) % 4] as const),
      ),
    );
    for (const value of ring) expect(value).toBeCloseTo(1, 12);
  });

  test("is alike without ties, takes no tie with oneself, and needs nobody", () => {
    expect([...katzOf(networkOf(3, []))]).toEqual([1, 1, 1]);
    expect([...katzOf(networkOf(2, [[0, 0]]))]).toEqual([1, 1]);
    expect([...katzOf(networkOf(0, []))]).toEqual([]);
  });

  test("does not change when all weights are as many times as large", () => {
    const ties = (times: number) =>
      [
        [0, 1, 1 * times],
        [1, 2, 3 * times],
        [2, 0, 2 * times],
        [3, 2, 5 * times],
      ] as const;
    const [once, again] = [1, 1e6].map((times) => katzOf(networkOf(4, ties(times))));
    for (const [node, value] of once.entries()) expect(again[node]).toBeCloseTo(value, 12);
  });
});
