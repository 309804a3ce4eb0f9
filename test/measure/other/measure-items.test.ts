import { describe, expect, test } from "vitest";
import { measureItems } from "../../../src/measure/other/measure-items.js";
import { projectUndirected } from "../../../src/network/project.js";

type Asked = Parameters<typeof measureItems>[0];

async function measured(pairs: readonly (readonly [number, number])[], more: Partial<Asked> = {}) {
  const ties = {
    nodeCount: 1 + Math.max(...pairs.flat()),
    tieCount: pairs.length,
    source: Int32Array.from(pairs, ([source]) => source),
    target: Int32Array.from(pairs, ([, target]) => target),
    weight: new Float64Array(pairs.length).fill(1),
  };
  return measureItems({
    ties,
    isDirected: false,
    isBipartite: false,
    isForest: false,
    projection: projectUndirected(ties),
    possiblePairs: (ties.nodeCount * (ties.nodeCount - 1)) / 2,
    communities: "leiden",
    comparesCommunities: false,
    metrics: "standard",
    seed: 1,
    threads: undefined,
    onProgress() {},
    ...more,
  });
}

const star = [1, 2, 3, 4].map((leaf) => [0, leaf] as const);
const triangleWithTail = [
  [0, 1],
  [1, 2],
  [0, 2],
  [2, 3],
] as const;

describe("a network of other things than people", () => {
  test("that is a star has all in its middle", async () => {
    const { nodes, network } = await measured(star);
    const { betweenness, closeness, eccentricity, articulation, eigenvector } = nodes;
    expect([...(betweenness ?? [])]).toEqual([1, 0, 0, 0, 0]);
    expect(closeness?.[0]).toBe(1);
    // Three others at two ties and one at one: 4 / 7.
    expect(closeness?.[1]).toBeCloseTo(4 / 7, 12);
    expect([...(eccentricity ?? [])]).toEqual([1, 2, 2, 2, 2]);
    expect([...(articulation ?? [])]).toEqual([1, 0, 0, 0, 0]);
    // The leading eigenvector of a star is √(n − 1) in its middle and 1 elsewhere.
    expect(eigenvector?.[1]).toBeCloseTo(0.5, 6);
    expect(network).toMatchObject({
      centralization: 1,
      diameter: 2,
      average_geodesic: 1.6,
      biconnected_components: 4,
      articulation_points: 1,
      density: 0.4,
    });
  });

  test("without direction has the PageRank of whoever walks along ties either way", async () => {
    const { nodes, directed, degree } = await measured(triangleWithTail);
    const pagerank = nodes.pagerank ?? new Float64Array();
    expect(directed).toBeUndefined();
    const neighbours = [[1, 2], [0, 2], [0, 1, 3], [2]];
    for (const [node, others] of neighbours.entries()) {
      const passedOn = others.reduce((sum, other) => sum + pagerank[other] / degree[other], 0);
      expect(pagerank[node]).toBeCloseTo(0.15 / 4 + 0.85 * passedOn, 6);
    }
  });

  test("with direction has what needs one", async () => {
    const { nodes, directed, network } = await measured(triangleWithTail, { isDirected: true });
    expect([...(directed?.inDegree ?? [])]).toEqual([0, 1, 2, 1]);
    expect(nodes.authority?.[2]).toBe(1);
    expect(network).toMatchObject({ reciprocity: 0, strong_components: 4 });
    expect(network.centralization).toBeUndefined();
  });

  test("of two kinds has no clustering, and one of trees no cores either", async () => {
    const bipartite = await measured(star, { isBipartite: true, comparesCommunities: true });
    expect(bipartite.nodes.clustering).toBeUndefined();
    expect(bipartite.nodes.coreNumber).toBeDefined();
    expect(bipartite.network).toMatchObject({
      transitivity: undefined,
      modularity_random: undefined,
      community_stability: 1,
    });
    const forest = await measured(star, { isForest: true, isDirected: true });
    expect([forest.nodes.clustering, forest.nodes.coreNumber, forest.network.reciprocity]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test("whose communities are compared with chance says how far above it they lie", async () => {
    const rings = [0, 5, 10, 15].flatMap((first) =>
      [0, 1, 2, 3, 4].flatMap((a) =>
        [0, 1, 2, 3, 4].flatMap((b) => (a < b ? [[first + a, first + b] as const] : [])),
      ),
    );
    const joined = [...rings, [0, 5] as const, [10, 15] as const, [6, 11] as const];
    const { network } = await measured(joined, { comparesCommunities: true });
    expect(network.communities).toBe(4);
    expect(network.modularity_z).toBeGreaterThan(5);
  });
});
