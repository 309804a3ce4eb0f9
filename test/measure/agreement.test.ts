import { describe, expect, test } from "vitest";
import { undirectedGraph } from "../../src/kernel/compact-graph.js";
import { findCoreNumbers } from "../../src/kernel/core-numbers.js";
import { measureAssortativity } from "../../src/measure/network/assortativity.js";
import { measureClustering } from "../../src/measure/node/clustering.js";
import { projectUndirected } from "../../src/network/project.js";
import { hasPythonPackages, measureInPython } from "../support/measure-in-python.js";
import { randomNetwork } from "../support/random-network.js";
import { karate } from "./literature-graphs.js";

/** People and ties: from hardly any to nearly all that there can be. */
const sizes = [
  [2, 1],
  [5, 4],
  [12, 20],
  [12, 120],
  [40, 60],
  [60, 600],
  [300, 900],
  [2000, 6000],
] as const;

// Python is no dependency of the project: where its packages are absent, the helper says so.
describe.skipIf(!hasPythonPackages)("clustering, assortativity and k-cores", () => {
  const networks = [
    karate,
    ...sizes.flatMap(([people, ties]) =>
      [1, 2, 3].map((seed) => randomNetwork(people, ties, seed)),
    ),
  ];
  const found = hasPythonPackages ? measureInPython(networks) : [];

  test.each(["networkx", "igraph"] as const)("are what %s measures, to 1e-9", (name) => {
    expect(found).toHaveLength(networks.length);
    for (const [index, network] of networks.entries()) {
      const theirs = found[index][name];
      const graph = undirectedGraph(projectUndirected(network));
      const { averageLocal, transitivity } = measureClustering(graph);
      const where = `network ${index}`;
      expect(averageLocal, where).toBeCloseTo(theirs.average_clustering, 9);
      // Without two ties that meet, networkx says 0 and igraph nothing.
      if (transitivity === undefined) expect([0, null], where).toContain(theirs.transitivity);
      else expect(transitivity, where).toBeCloseTo(theirs.transitivity ?? Number.NaN, 9);
      expect(Math.max(...findCoreNumbers(graph)), where).toBe(theirs.k_core_depth);
      const assortativity = measureAssortativity(graph);
      if (assortativity === undefined) expect(theirs.degree_assortativity, where).toBeNull();
      else expect(assortativity, where).toBeCloseTo(theirs.degree_assortativity ?? Number.NaN, 9);
    }
  });
});
