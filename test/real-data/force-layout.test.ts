import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { layoutForce } from "../../src/map/layout/force.js";
import type { LayoutGraph } from "../../src/model/layout.js";
import { layoutGraph } from "../map/layout-graph.js";
import { hasRealData, realData } from "../support/real-data.js";

function readEdges(file: string): LayoutGraph {
  const numberOf = new Map<string, number>();
  const numbered = (name: string): number => {
    const known = numberOf.get(name) ?? numberOf.size;
    numberOf.set(name, known);
    return known;
  };
  const rows = readFileSync(realData(`graphs/${file}`), "utf8")
    .trim()
    .split("\n")
    .slice(1);
  const ties = rows.map((row): [number, number, number] => {
    const [source, target, weight] = row.split(",");
    return [numbered(source), numbered(target), Number(weight)];
  });
  return layoutGraph(numberOf.size, ties);
}

describe.skipIf(!hasRealData)("the force layout of graphs from the literature", () => {
  test.each([
    ["networkx__karate_weighted.edges.csv", 34, 0.65],
    ["networkx__les_miserables.edges.csv", 77, 0.5],
  ])("of %s has ties much shorter than other distances", (file, nodeCount, longest) => {
    const graph = readEdges(file);
    expect(graph.nodeCount).toBe(nodeCount);
    for (const seed of [1, 2, 3]) {
      const { x, y } = layoutForce(graph, { seed });
      let tied = 0;
      for (let tie = 0; tie < graph.tieCount; tie += 1) {
        const { source, target } = graph;
        tied += Math.hypot(x[source[tie]] - x[target[tie]], y[source[tie]] - y[target[tie]]);
      }
      let any = 0;
      for (let one = 0; one < nodeCount; one += 1) {
        for (let other = 0; other < one; other += 1) {
          any += Math.hypot(x[one] - x[other], y[one] - y[other]);
        }
      }
      const pairCount = (nodeCount * (nodeCount - 1)) / 2;
      expect(tied / graph.tieCount / (any / pairCount)).toBeLessThan(longest);
    }
  });
});
