import { describe, expect, test } from "vitest";
import { undirectedGraph } from "../../src/kernel/compact-graph.js";
import { measureDistances } from "../../src/kernel/distances.js";
import { measureClustering } from "../../src/measure/node/clustering.js";
import { measureConstraint } from "../../src/measure/node/constraint.js";
import type { Network } from "../../src/model/network.js";
import { seededRandom } from "../../src/model/seeded-random.js";
import { projectUndirected } from "../../src/network/project.js";
import { hasPythonPackages } from "../support/measure-in-python.js";
import { nodeMeasuresInPython } from "../support/node-measures-in-python.js";
import { randomNetwork } from "../support/random-network.js";
import { karate, networkOf } from "./literature-graphs.js";

/** People and ties: from hardly any to nearly all that there can be. */
const sizes = [
  [1, 0],
  [2, 1],
  [5, 4],
  [12, 20],
  [12, 120],
  [60, 45],
  [60, 600],
  [300, 300],
  [300, 900],
] as const;

/** The same ties with weights from a tenth to ten. */
function weighted(network: Network, seed: number): Network {
  const random = seededRandom(seed);
  return networkOf(
    network.nodeCount,
    Array.from(network.source, (source, tie) => {
      return [source, network.target[tie], 10 ** (2 * random() - 1)] as const;
    }),
  );
}

describe.skipIf(!hasPythonPackages)("distances, constraint and clustering of each node", () => {
  const networks = [
    karate,
    ...sizes.flatMap(([people, ties]) =>
      [1, 2].map((seed) => weighted(randomNetwork(people, ties, seed), seed)),
    ),
  ];
  const projections = networks.map(projectUndirected);
  const found = hasPythonPackages ? nodeMeasuresInPython(projections) : [];

  test.each(["networkx", "igraph"] as const)("are what %s measures, to 1e-9", (name) => {
    expect(found).toHaveLength(networks.length);
    for (const [index, projection] of projections.entries()) {
      const graph = undirectedGraph(projection);
      const { farness, harmonic, eccentricity } = measureDistances(graph);
      const mine = {
        farness,
        harmonic,
        eccentricity,
        constraint: measureConstraint(graph),
        clustering: measureClustering(graph).local,
      };
      for (const measure of [
        "farness",
        "harmonic",
        "eccentricity",
        "constraint",
        "clustering",
      ] as const) {
        const theirs = found[index][name]?.[measure] ?? [];
        expect(mine[measure]).toHaveLength(theirs.length);
        for (const [node, value] of theirs.entries()) {
          const where = `${measure} of node ${node} in network ${index}`;
          if (Number.isNaN(value)) expect(mine[measure][node], where).toBeNaN();
          else expect(mine[measure][node] / (value || 1), where).toBeCloseTo(value ? 1 : 0, 9);
        }
      }
    }
  });
});
