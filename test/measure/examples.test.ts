import { expect, test } from "vitest";
import {
  inwardGraph,
  outwardGraph,
  undirectedGraph,
  type WeightedGraph,
} from "../../src/kernel/compact-graph.js";
import { findCoreNumbers } from "../../src/kernel/core-numbers.js";
import { measureDistances } from "../../src/kernel/distances.js";
import { scoreEigenvector } from "../../src/kernel/eigenvector.js";
import { scoreHubsAndAuthorities } from "../../src/kernel/hits.js";
import { measureModularity } from "../../src/measure/community/modularity.js";
import { measureAssortativity } from "../../src/measure/network/assortativity.js";
import { measureCentralization } from "../../src/measure/network/centralization.js";
import { measureBetweenness } from "../../src/measure/node/betweenness.js";
import { measureCloseness, measureHarmonicCloseness } from "../../src/measure/node/closeness.js";
import { measureClustering } from "../../src/measure/node/clustering.js";
import { measureConstraint } from "../../src/measure/node/constraint.js";
import { measureDegrees } from "../../src/measure/node/degree.js";
import { measureMutualShare } from "../../src/measure/node/mutual-share.js";
import { measurePagerank } from "../../src/measure/node/pagerank.js";
import { measureParticipationCoefficient } from "../../src/measure/node/participation-coefficient.js";
import { measureWithinCommunityZ } from "../../src/measure/node/within-community-z.js";
import type { Network } from "../../src/model/network.js";
import { projectUndirected } from "../../src/network/project.js";
import { networkOf } from "./literature-graphs.js";

/*
 * The examples that the measures' own comments give.
 */

const undirected = (network: Network): WeightedGraph => undirectedGraph(projectUndirected(network));

const chain = networkOf(3, [
  [0, 1],
  [1, 2],
]);
const chainAndOneApart = networkOf(4, [
  [0, 1],
  [1, 2],
]);
const one = networkOf(2, [[0, 1]]);
const triangleAndOne = networkOf(4, [
  [0, 1],
  [1, 2],
  [2, 0],
  [2, 3],
]);

function expectClose(found: Iterable<number>, wanted: readonly number[]): void {
  const values = [...found];
  expect(values).toHaveLength(wanted.length);
  for (const [at, value] of values.entries()) expect(value).toBeCloseTo(wanted[at], 9);
}

test("degree and strength: one person who answers twice", () => {
  const { inDegree, inStrength } = measureDegrees(networkOf(2, [[0, 1, 2]]));
  expect([inDegree[1], inStrength[1]]).toEqual([1, 2]);
});

test("betweenness of a chain of three", () => {
  expectClose(measureBetweenness(chain), [0, 1 / 2, 0]);
});

test("closeness of a chain of three, with a fourth apart, and harmonic", () => {
  const alone = measureDistances(undirected(chain));
  expectClose(measureCloseness(alone, "standard"), [2 / 3, 1, 2 / 3]);
  expectClose(measureHarmonicCloseness(alone), [3 / 4, 1, 3 / 4]);
  const withAnother = measureDistances(undirected(chainAndOneApart));
  expectClose(measureCloseness(withAnother, "standard"), [4 / 9, 2 / 3, 4 / 9, 0]);
});

test("PageRank of two, of whom one engages the other", () => {
  for (const [at, value] of measurePagerank(one).entries()) {
    expect(value).toBeCloseTo([0.350877, 0.649123][at], 6);
  }
});

test("hubs and authorities of two, and eigenvector centrality of a chain", () => {
  const { hub, authority } = scoreHubsAndAuthorities(outwardGraph(one), inwardGraph(one));
  expectClose(hub, [1, 0]);
  expectClose(authority, [0, 1]);
  expectClose(scoreEigenvector(undirected(chain)), [Math.SQRT1_2, 1, Math.SQRT1_2]);
});

test("clustering and core numbers of a triangle and somebody tied to it", () => {
  const { local, transitivity } = measureClustering(undirected(triangleAndOne));
  expectClose(local, [1, 1, 1 / 3, 0]);
  expect(transitivity).toBeCloseTo(3 / 5, 12);
  expect([...findCoreNumbers(undirected(triangleAndOne))]).toEqual([2, 2, 2, 1]);
});

test("constraint in the middle of a chain", () => {
  expect(measureConstraint(undirected(chain))[1]).toBeCloseTo(1 / 2, 12);
});

test("participation among two communities, and z within one", () => {
  const star = networkOf(5, [
    [0, 1],
    [0, 2],
    [0, 3],
    [0, 4],
  ]);
  const community = Int32Array.of(0, 0, 0, 1, 1);
  expect(measureParticipationCoefficient(undirected(star), community)[0]).toBe(1 / 2);
  const z = measureWithinCommunityZ(undirected(chain), new Int32Array(3));
  expectClose(z, [-Math.SQRT1_2, Math.SQRT2, -Math.SQRT1_2]);
  expect(measureAssortativity(undirected(star))).toBeCloseTo(-1, 12);
});

test("reciprocity of whoever engages two, of whom one answers", () => {
  const network = networkOf(3, [
    [0, 1],
    [0, 2],
    [1, 0],
  ]);
  const ways = { outward: outwardGraph(network), inward: inwardGraph(network) };
  expect(measureMutualShare(ways)[0]).toBe(1 / 2);
});

test("modularity of two pairs, and centralization of three who engage a fourth", () => {
  const pairs = networkOf(4, [
    [0, 1],
    [2, 3],
  ]);
  expect(measureModularity(undirected(pairs), Int32Array.of(0, 0, 1, 1))).toBeCloseTo(1 / 2, 12);
  const inwards = networkOf(4, [
    [0, 3],
    [1, 3],
    [2, 3],
  ]);
  const { inDegree, outDegree } = measureDegrees(inwards);
  expect(measureCentralization(inDegree)).toBeCloseTo(1, 12);
  expect(measureCentralization(outDegree)).toBeCloseTo(1 / 9, 12);
});
