import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CompactGraph, undirectedGraph } from "../../src/kernel/compact-graph.js";
import { measureParticipationCoefficient } from "../../src/measure/node/participation-coefficient.js";
import { measureWithinCommunityZ } from "../../src/measure/node/within-community-z.js";
import { seededRandom } from "../../src/model/seeded-random.js";
import { projectUndirected } from "../../src/network/project.js";
import { randomNetwork } from "../support/random-network.js";
import { karate, networkOf } from "./literature-graphs.js";

type Pair = readonly [number, number];

function graphOf(nodeCount: number, ties: readonly Pair[]): CompactGraph {
  return undirectedGraph(projectUndirected(networkOf(nodeCount, ties)));
}

/** Two triangles that node 2 joins by ties to two of the other, and somebody alone. */
const joined = graphOf(7, [
  [0, 1],
  [1, 2],
  [2, 0],
  [3, 4],
  [4, 5],
  [5, 3],
  [2, 3],
  [2, 4],
]);
const communities = Int32Array.of(0, 0, 0, 1, 1, 1, -1);

test("who has no ties has no participation coefficient", () => {
  const found = measureParticipationCoefficient(joined, communities);
  expect(found[6]).toBe(Number.NaN);
  expect(found[0]).toBe(0);
  // Two of four neighbours in each.
  expect(found[2]).toBeCloseTo(1 / 2, 12);
});

/** Any graph with any communities, everybody without ties in none. */
const anyPlaces = fc
  .tuple(fc.integer({ min: 1, max: 30 }), fc.nat(60), fc.integer({ min: 1, max: 5 }), fc.nat())
  .map(([people, ties, count, seed]) => {
    const network = randomNetwork(people, Math.min(ties, people * people), seed);
    const graph = undirectedGraph(projectUndirected(network));
    const random = seededRandom(seed);
    const community = Int32Array.from({ length: people }, (_, node) =>
      graph.offsets[node] === graph.offsets[node + 1] ? -1 : Math.floor(count * random()),
    );
    return { graph, community };
  });

/** The community of each neighbour of each node. */
function neighbourCommunities(
  { offsets, columns: neighbour }: CompactGraph,
  community: Int32Array,
) {
  return Array.from(community, (_, node) => [
    ...neighbour.subarray(offsets[node], offsets[node + 1]).map((other) => community[other]),
  ]);
}

describe("the participation coefficient", () => {
  test("is 0 where all neighbours are in one community, and ½ where two have as many", () => {
    const found = [...measureParticipationCoefficient(joined, communities)];
    expect(found).toEqual([0, 0, 0.5, 1 - 5 / 9, 1 - 5 / 9, 0, Number.NaN]);
  });

  test("of somebody with one neighbour in each of ten communities is nine tenths", () => {
    const star = graphOf(
      11,
      Array.from({ length: 10 }, (_, at): Pair => [10, at]),
    );
    const each = Int32Array.from({ length: 11 }, (_, node) => node % 10);
    expect(measureParticipationCoefficient(star, each)[10]).toBeCloseTo(0.9, 12);
  });

  test("in the karate club, split as it did, is 0 for all who had friends on one side alone", () => {
    const split = Int32Array.from({ length: 34 }, (_, node) =>
      [9, 14, 15, 18, 20, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33].includes(node) ? 1 : 0,
    );
    const graph = undirectedGraph(projectUndirected(karate));
    const found = measureParticipationCoefficient(graph, split);
    // The instructor had sixteen friends, of whom one went with the president.
    expect(found[0]).toBeCloseTo(1 - (15 ** 2 + 1) / 16 ** 2, 12);
    expect(found[11]).toBe(0);
    expect(found[16]).toBe(0);
  });

  test("follows the definition for any graph and communities", () => {
    fc.assert(
      fc.property(anyPlaces, ({ graph, community }) => {
        const found = measureParticipationCoefficient(graph, community);
        for (const [node, near] of neighbourCommunities(graph, community).entries()) {
          if (near.length === 0) {
            expect(found[node]).toBeNaN();
            continue;
          }
          let expected = 1;
          for (const each of new Set(near)) {
            expected -= (near.filter((other) => other === each).length / near.length) ** 2;
          }
          expect(found[node]).toBeCloseTo(expected, 12);
        }
      }),
    );
  });

  test("of nobody is nothing", () => {
    expect(measureParticipationCoefficient(graphOf(0, []), new Int32Array(0))).toHaveLength(0);
  });
});

describe("the degree within one's community", () => {
  test("is 0 for all where all have as many, and nothing for whoever is in none", () => {
    const found = [...measureWithinCommunityZ(joined, communities)];
    expect(found).toEqual([0, 0, 0, 0, 0, 0, Number.NaN]);
  });

  test("is told in deviations from the mean: 3, 1, 1 and 1 are √3 above and a third of it below", () => {
    const star = graphOf(5, [
      [0, 1],
      [0, 2],
      [0, 3],
      // Not within the community, so not counted.
      [0, 4],
      [1, 4],
    ]);
    const found = measureWithinCommunityZ(star, Int32Array.of(0, 0, 0, 0, 1));
    expect(found[0]).toBeCloseTo(Math.sqrt(3), 12);
    expect(found[1]).toBeCloseTo(-Math.sqrt(3) / 3, 12);
    expect(found[4]).toBe(0);
  });

  test("has mean 0 and deviation 1 in every community of any graph, or is 0 throughout", () => {
    fc.assert(
      fc.property(anyPlaces, ({ graph, community }) => {
        const found = measureWithinCommunityZ(graph, community);
        const near = neighbourCommunities(graph, community);
        for (const each of new Set(community)) {
          const nodes = [...community.keys()].filter((node) => community[node] === each);
          const z = nodes.map((node) => found[node]);
          if (each === -1) {
            expect(z).toEqual(z.map(() => Number.NaN));
            continue;
          }
          const within = nodes.map((node) => near[node].filter((other) => other === each).length);
          if (new Set(within).size === 1) {
            expect(z).toEqual(z.map(() => 0));
            continue;
          }
          const mean = z.reduce((sum, value) => sum + value, 0) / z.length;
          const square = z.reduce((sum, value) => sum + value ** 2, 0) / z.length;
          expect(mean).toBeCloseTo(0, 9);
          expect(square).toBeCloseTo(1, 9);
          const most = within.indexOf(Math.max(...within));
          expect(z[most]).toBe(Math.max(...z));
        }
      }),
    );
  });
});
