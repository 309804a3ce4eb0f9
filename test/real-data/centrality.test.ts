import { describe, expect, test } from "vitest";
import { inwardGraph, outwardGraph, undirectedGraph } from "../../src/kernel/compact-graph.js";
import { findCoreNumbers } from "../../src/kernel/core-numbers.js";
import { scoreEigenvector } from "../../src/kernel/eigenvector.js";
import { scoreHubsAndAuthorities } from "../../src/kernel/hits.js";
import { measurePagerank } from "../../src/measure/node/pagerank.js";
import { projectUndirected } from "../../src/network/project.js";
import { centralityInPython } from "../support/centrality-in-python.js";
import { hasPythonPackages } from "../support/measure-in-python.js";
import { hasRealData } from "../support/real-data.js";
import { readRealGraph, realGraphs } from "../support/real-graphs.js";

/** By how much the farthest value is off, as a share of itself where those of small people count. */
function worst(found: ArrayLike<number>, expected: readonly number[], isOfItself: boolean): number {
  return expected.reduce((most, value, node) => {
    const off = Math.abs(found[node] - value);
    return Math.max(most, isOfItself ? off / value : off);
  }, 0);
}

describe.skipIf(!hasRealData || !hasPythonPackages)("centrality is networkx's and igraph's", () => {
  test.each(realGraphs)("to 1e-9 for $file of $people people", (graph) => {
    const { people } = graph;
    const network = readRealGraph(graph);
    expect(network.nodeCount).toBe(people);
    expect(network.weight.every((weight) => weight > 0)).toBe(true);
    const [found] = centralityInPython([network]);
    const undirected = undirectedGraph(projectUndirected(network));
    const pagerank = measurePagerank(network);
    const cores = findCoreNumbers(undirected);
    const eigenvector = scoreEigenvector(undirected);
    const { hub, authority } = scoreHubsAndAuthorities(outwardGraph(network), inwardGraph(network));
    for (const theirs of [found.igraph, found.networkx]) {
      if (theirs === null) continue;
      expect(worst(pagerank, theirs.pagerank, true)).toBeLessThan(1e-9);
      expect(worst(cores, theirs.core_number, false)).toBe(0);
      expect(worst(eigenvector, theirs.eigenvector, false)).toBeLessThan(1e-9);
      expect(worst(hub, theirs.hub, false)).toBeLessThan(1e-9);
      expect(worst(authority, theirs.authority, false)).toBeLessThan(1e-9);
    }
  });
});
