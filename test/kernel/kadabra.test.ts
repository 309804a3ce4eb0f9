import { describe, expect, test } from "vitest";
import { countBetweenness } from "../../src/kernel/betweenness.js";
import { type CompactGraph, inwardGraph, outwardGraph } from "../../src/kernel/compact-graph.js";
import { estimateBetweenness, startEstimate } from "../../src/kernel/kadabra.js";
import { reversedGraph } from "../../src/kernel/reversed-graph.js";
import { seedOfBlock, startSampling } from "../../src/kernel/sample-shortest-paths.js";
import type { Network } from "../../src/model/network.js";
import { seededRandom } from "../../src/model/seeded-random.js";
import { syntheticNetwork } from "../bench/synthetic-network.js";
import { karate, networkOf } from "../measure/literature-graphs.js";
import { randomNetwork } from "../support/random-network.js";
import { graphOfTies } from "./graph-of-ties.js";

function synthetic(nodeCount: number): Network {
  const { source, target } = syntheticNetwork({ nodeCount });
  return networkOf(
    nodeCount,
    Array.from(source, (from, tie): [number, number] => [from, target[tie]]),
  );
}

function exact(graph: CompactGraph): Float64Array {
  const { nodeCount } = graph;
  return countBetweenness(graph).map((count) => count / ((nodeCount - 1) * (nodeCount - 2)));
}

const networks: readonly (readonly [string, Network])[] = [
  ["Zachary's karate club", karate],
  ["a sparse network by chance", randomNetwork(300, 700, 1)],
  ["a dense one", randomNetwork(80, 2000, 2)],
  ["a synthetic one", synthetic(1500)],
];

describe("estimated betweenness", () => {
  test.each(networks)("of %s lies within the error that it states", (_, network) => {
    const outward = outwardGraph(network);
    const expected = exact(outward);
    for (const [maximumError, seed] of [
      [0.05, 1],
      [0.02, 2],
      [0.01, 3],
      [0.01, 4],
    ]) {
      const options = { maximumError, failureProbability: 0.1, seed };
      const found = estimateBetweenness(outward, inwardGraph(network), options);
      expect(found.maximumError).toBeGreaterThan(0);
      expect(found.maximumError).toBeLessThanOrEqual(maximumError);
      expect(found.failureProbability).toBe(0.1);
      for (const [node, value] of found.betweenness.entries()) {
        const difference = Math.abs(value - expected[node]);
        expect(difference).toBeLessThanOrEqual(found.maximumError);
        // Far within the bound, which holds for all at once, samples of equally likely paths scatter.
        const scatter = Math.sqrt(expected[node] / found.samples) + 1 / found.samples;
        expect(difference).toBeLessThanOrEqual(5 * scatter);
      }
    }
  });

  test("needs fewer samples the more error is allowed", () => {
    const [outward, inward] = [outwardGraph(karate), inwardGraph(karate)];
    const [few, many] = [0.05, 0.01].map((maximumError) =>
      estimateBetweenness(outward, inward, { maximumError, failureProbability: 0.1, seed: 1 }),
    );
    expect(few.samples * 4).toBeLessThan(many.samples);
  });

  test("is the same for the same seed, in whatever order blocks are sampled", () => {
    const [outward, inward] = [outwardGraph(karate), inwardGraph(karate)];
    const options = { maximumError: 0.02, failureProbability: 0.1, seed: 7 };
    const once = estimateBetweenness(outward, inward, options);
    expect(estimateBetweenness(outward, inward, options)).toEqual(once);
    expect(estimateBetweenness(outward, inward, { ...options, seed: 8 })).not.toEqual(once);

    const estimate = startEstimate(outward, inward, options);
    const graph = structuredClone({ outward, inward, seed: 7 });
    const samplers = [startSampling(graph), startSampling(graph)];
    for (let round = estimate.nextRound(); round !== undefined; round = estimate.nextRound()) {
      for (let block = round.to - 1; block >= round.from; block -= 1) {
        estimate.add(samplers[block % 2](block));
      }
    }
    expect(estimate.finish()).toEqual(once);
  });

  test("is nothing, for certain, where nobody stands between two others", () => {
    const options = { maximumError: 0.01, failureProbability: 0.1, seed: 1 };
    for (const [nodeCount, ties] of [
      [0, []],
      [1, []],
      [2, [[0, 1]]],
      [4, []],
      [
        4,
        [
          [0, 1],
          [0, 2],
          [3, 2],
        ],
      ],
    ] as const) {
      const graph = graphOfTies(nodeCount, ties);
      expect(estimateBetweenness(graph, reversedGraph(graph), options)).toEqual({
        betweenness: new Float64Array(nodeCount),
        maximumError: 0,
        failureProbability: 0.1,
        samples: 0,
      });
    }
  });

  test("draws blocks from parts of a generator that do not overlap", () => {
    const random = seededRandom(seedOfBlock(5, 3));
    for (let drawn = 0; drawn < 1 << 14; drawn += 1) random();
    expect(random()).toBe(seededRandom(seedOfBlock(5, 4))());
  });
});
