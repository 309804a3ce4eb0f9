import fc from "fast-check";
import { UndirectedGraph } from "graphology";
import modularity from "graphology-metrics/graph/modularity.js";
import { describe, expect, test } from "vitest";
import { undirectedGraph, type WeightedGraph } from "../../src/kernel/compact-graph.js";
import { measureModularity } from "../../src/measure/community/modularity.js";
import { projectUndirected } from "../../src/network/project.js";
import { anyGraph, weightedGraphOf } from "../kernel/any-graph.js";
import { karate } from "./literature-graphs.js";

/** The same by graphology, of people instead of communities. */
function byGraphology(graph: WeightedGraph, labels: Int32Array): number {
  const other = new UndirectedGraph();
  for (let node = 0; node < graph.nodeCount; node += 1) other.addNode(node);
  for (let node = 0; node < graph.nodeCount; node += 1) {
    for (let tie = graph.offsets[node]; tie < graph.offsets[node + 1]; tie += 1) {
      const weight = graph.weight[tie];
      if (graph.columns[tie] > node) other.addEdge(node, graph.columns[tie], { weight });
    }
  }
  return modularity(other, {
    getEdgeWeight: "weight",
    getNodeCommunity: (node) => labels[Number(node)],
  });
}

describe("modularity", () => {
  test("of the karate club's two factions is 0.3715, and of everybody together 0", () => {
    const graph = undirectedGraph(projectUndirected(karate));
    const withTheOfficer = new Set([
      8,
      9,
      14,
      15,
      18,
      20,
      ...Array.from({ length: 12 }, (_, at) => 22 + at),
    ]);
    const factions = Int32Array.from({ length: 34 }, (_, person) =>
      withTheOfficer.has(person) ? 1 : 0,
    );
    expect(measureModularity(graph, factions)).toBeCloseTo(0.3715, 4);
    expect(measureModularity(graph, new Int32Array(34))).toBeCloseTo(0, 12);
  });

  test("is not defined without ties, and 1/2 for two pairs", () => {
    expect(measureModularity(weightedGraphOf(0, []), new Int32Array(0))).toBeUndefined();
    expect(measureModularity(weightedGraphOf(2, []), new Int32Array(2))).toBeUndefined();
    const pairs = weightedGraphOf(5, [
      [0, 1, 3],
      [2, 3, 3],
    ]);
    expect(measureModularity(pairs, Int32Array.from([0, 0, 1, 1, -1]))).toBe(0.5);
  });

  test("is what graphology measures, for any graph and labels", () => {
    fc.assert(
      fc.property(
        anyGraph(12),
        fc.array(fc.nat(11), { minLength: 12, maxLength: 12 }),
        (graph, all) => {
          const labels = Int32Array.from(
            all.slice(0, graph.nodeCount),
            (label) => label % graph.nodeCount,
          );
          const found = measureModularity(graph, labels);
          if (graph.columns.length === 0) expect(found).toBeUndefined();
          else expect(found).toBeCloseTo(byGraphology(graph, labels), 9);
        },
      ),
    );
  });
});
