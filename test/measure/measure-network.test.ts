import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { biconnectedComponents } from "../../src/kernel/biconnected-components.js";
import { inwardGraph, outwardGraph, undirectedGraph } from "../../src/kernel/compact-graph.js";
import { strongComponents, weakComponents } from "../../src/kernel/components.js";
import { findCoreNumbers } from "../../src/kernel/core-numbers.js";
import { measureDistances } from "../../src/kernel/distances.js";
import { findCommunities } from "../../src/measure/community/communities.js";
import { measureNetworkMetrics } from "../../src/measure/network/network-metrics.js";
import { measureBetweenness } from "../../src/measure/node/betweenness.js";
import { measureClustering } from "../../src/measure/node/clustering.js";
import { measureDegrees } from "../../src/measure/node/degree.js";
import { countOtherPeople } from "../../src/measure/node/other-people.js";
import { measurePagerank } from "../../src/measure/node/pagerank.js";
import { communityMethods } from "../../src/model/community-method.js";
import type { Network } from "../../src/model/network.js";
import { projectUndirected } from "../../src/network/project.js";
import { karate, networkOf } from "./literature-graphs.js";

function metricsOf(network: Network): Record<string, number | undefined> {
  const projection = projectUndirected(network);
  const graph = undirectedGraph(projection);
  const otherPeople = countOtherPeople(network);
  const rows = measureNetworkMetrics({
    network,
    degrees: measureDegrees(network),
    partition: findCommunities(projection, { method: "leiden", seed: 1 }),
    evidence: { stability: undefined, halves: undefined, chance: undefined },
    graph,
    outward: outwardGraph(network),
    inward: inwardGraph(network),
    distances: measureDistances(graph),
    betweenness: { values: measureBetweenness(network), estimate: undefined },
    clustering: measureClustering(graph),
    coreNumbers: findCoreNumbers(graph),
    biconnected: biconnectedComponents(graph),
    otherPeople,
    attention: otherPeople.received,
    replies: {
      answeredShare: undefined,
      medianHours: undefined,
      newcomersAnsweredShare: undefined,
    },
  });
  return Object.fromEntries(rows.map(({ metric, value }) => [metric, value]));
}

describe("Zachary's karate club", () => {
  test("has the sizes that are printed of it", () => {
    expect(metricsOf(karate)).toMatchObject({
      vertices: 34,
      total_edges: 156,
      connected_components: 1,
      maximum_vertices_in_connected_component: 34,
      reciprocated_vertex_pair_ratio: 1,
      reciprocated_edge_ratio: 1,
      isolates: 0,
    });
    expect(metricsOf(karate).graph_density).toBeCloseTo(0.139037, 6);
  });

  test("has the betweenness that igraph and networkx give, undirected 231.071 for person 1", () => {
    const betweenness = measureBetweenness(karate);
    const pairs = (33 * 32) / 2;
    const printed: [number, number][] = [
      [0, 231.071],
      [33, 160.552],
      [32, 76.69],
      [2, 75.851],
      [31, 73.01],
    ];
    for (const [person, value] of printed) {
      expect((betweenness?.[person] ?? Number.NaN) * pairs).toBeCloseTo(value, 2);
    }
  });

  test("has the PageRank that is printed of it, .1009 for person 34", () => {
    const pagerank = measurePagerank(karate);
    expect(pagerank[33]).toBeCloseTo(0.1009, 4);
    expect(pagerank[0]).toBeCloseTo(0.097, 4);
    expect(pagerank[32]).toBeCloseTo(0.0717, 4);
  });

  test.each([
    "leiden",
    "louvain",
  ] as const)("splits by %s into four communities of modularity 0.4198 at best, and no seed goes above", (method) => {
    const projection = projectUndirected(karate);
    const found = Array.from({ length: 20 }, (_, seed) =>
      findCommunities(projection, { method, seed }),
    );
    const best = Math.max(...found.map(({ modularity }) => modularity ?? Number.NaN));
    // The projection sums both ways, which doubles every weight and leaves modularity as it is.
    expect(best).toBeCloseTo(0.4198, 4);
    expect(found.find(({ modularity }) => modularity === best)?.count).toBe(4);
  });
});

describe("networks at the edge of what there can be", () => {
  const shapes: Record<string, Network> = {
    empty: networkOf(0, []),
    "one person": networkOf(1, []),
    "people without ties": networkOf(3, []),
    "two people": networkOf(2, [[0, 1]]),
    "a loop alone": networkOf(1, [[0, 0]]),
    "two components": networkOf(5, [
      [0, 1],
      [1, 2],
      [3, 4, 2],
    ]),
  };

  test.each(Object.entries(shapes))("%s: every number is finite or not known", (_, network) => {
    for (const value of Object.values(metricsOf(network))) {
      if (value !== undefined) expect(Number.isFinite(value)).toBe(true);
    }
    const pagerank = measurePagerank(network);
    const betweenness = measureBetweenness(network);
    expect(pagerank).toHaveLength(network.nodeCount);
    expect([...pagerank].every(Number.isFinite)).toBe(true);
    expect([...(betweenness ?? [])].every(Number.isFinite)).toBe(true);
  });

  test("no ties have no modularity, density or reciprocity of pairs", () => {
    expect(metricsOf(shapes["people without ties"])).toMatchObject({
      modularity: undefined,
      reciprocated_vertex_pair_ratio: undefined,
      graph_density: 0,
      isolates: 3,
    });
    expect(metricsOf(shapes.empty).graph_density).toBeUndefined();
  });

  test("isolates belong to no community", () => {
    const { of } = findCommunities(projectUndirected(networkOf(3, [[0, 2]])), {
      method: "leiden",
      seed: 1,
    });
    expect([...of]).toEqual([0, -1, 0]);
  });

  test("interactions count as NodeXL counts them", () => {
    expect(metricsOf(shapes["two components"])).toMatchObject({
      unique_edges: 2,
      edges_with_duplicates: 2,
      total_edges: 4,
      maximum_edges_in_connected_component: 2,
      single_vertex_connected_components: 0,
    });
    expect(metricsOf(shapes["a loop alone"])).toMatchObject({
      self_loops: 1,
      unique_edges: 1,
      single_vertex_connected_components: 1,
      isolates: 0,
    });
  });
});

describe("components", () => {
  test("of a chain of 200,000 people do not overflow the stack", () => {
    const length = 200_000;
    const chain = networkOf(
      length,
      Array.from({ length: length - 1 }, (_, node) => [node, node + 1] as const),
    );
    expect(strongComponents(chain).count).toBe(length);
    expect(weakComponents(chain).count).toBe(1);
  });

  test("are strong where everybody can be reached back", () => {
    const network = networkOf(6, [
      [0, 1],
      [1, 2],
      [2, 0],
      [2, 3],
      [3, 4],
      [4, 3],
    ]);
    expect([...strongComponents(network).of]).toEqual([0, 0, 0, 1, 1, 2]);
    expect([...weakComponents(network).of]).toEqual([0, 0, 0, 0, 0, 1]);
  });
});

const anyNetwork = fc.integer({ min: 1, max: 12 }).chain((nodeCount) =>
  fc
    .uniqueArray(
      fc.tuple(fc.nat(nodeCount - 1), fc.nat(nodeCount - 1), fc.integer({ min: 1, max: 5 })),
      {
        selector: ([source, target]) => source * nodeCount + target,
        maxLength: 40,
      },
    )
    .map((pairs) => networkOf(nodeCount, pairs)),
);

describe("any network", () => {
  test("has a PageRank that sums to 1 and a betweenness within [0, 1]", () => {
    fc.assert(
      fc.property(anyNetwork, (network) => {
        expect(measurePagerank(network).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
        for (const value of measureBetweenness(network) ?? []) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test("has communities that partition its people on ties, largest first, for any seed", () => {
    fc.assert(
      fc.property(
        anyNetwork,
        fc.nat(),
        fc.constantFrom(...communityMethods),
        (network, seed, method) => {
          const projection = projectUndirected(network);
          const { of, count, modularity } = findCommunities(projection, { method, seed });
          const sizes = Array.from(
            { length: count },
            (_, label) => of.filter((at) => at === label).length,
          );
          expect(sizes.every((size) => size > 0)).toBe(true);
          expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
          for (let label = 1; label < count; label += 1) {
            if (sizes[label] === sizes[label - 1]) {
              expect(of.indexOf(label)).toBeGreaterThan(of.indexOf(label - 1));
            }
          }
          const tied = new Set([...projection.low, ...projection.high]);
          expect([...of.keys()].filter((node) => of[node] >= 0)).toEqual(
            [...tied].sort((a, b) => a - b),
          );
          if (modularity !== undefined) expect(Math.abs(modularity)).toBeLessThanOrEqual(1);
          expect(findCommunities(projection, { method, seed })).toEqual({ of, count, modularity });
        },
      ),
    );
  });

  test("has the same components when its people are numbered otherwise", () => {
    fc.assert(
      fc.property(anyNetwork, (network) => {
        const turned = (node: number): number => network.nodeCount - 1 - node;
        const pairs = Array.from(
          network.source,
          (source, tie) => [turned(source), turned(network.target[tie])] as const,
        );
        const other = strongComponents(networkOf(network.nodeCount, pairs));
        const mine = strongComponents(network);
        expect([...other.sizes].sort()).toEqual([...mine.sizes].sort());
        for (let a = 0; a < network.nodeCount; a += 1) {
          for (let b = 0; b < a; b += 1) {
            expect(other.of[turned(a)] === other.of[turned(b)]).toBe(mine.of[a] === mine.of[b]);
          }
        }
      }),
    );
  });
});
