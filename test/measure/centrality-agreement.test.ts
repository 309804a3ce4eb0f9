import { describe, expect, test } from "vitest";
import {
  inwardGraph,
  outwardGraph,
  undirectedGraph,
} from "../../src/measure/kernel/compact-graph.js";
import { findCoreNumbers } from "../../src/measure/kernel/core-numbers.js";
import { scoreEigenvector } from "../../src/measure/kernel/eigenvector.js";
import { scoreHubsAndAuthorities } from "../../src/measure/kernel/hits.js";
import { measurePagerank } from "../../src/measure/pagerank.js";
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

  test("hubs and authorities", () => {
    for (const { where, network, theirs } of compared) {
      const found = scoreHubsAndAuthorities(outwardGraph(network), inwardGraph(network));
      expectNear(found.hub, theirs.hub, where);
      expectNear(found.authority, theirs.authority, where);
    }
  });
});
