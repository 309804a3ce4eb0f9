import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { clausetNewmanMoore } from "../../src/kernel/clauset-newman-moore.js";
import { undirectedGraph } from "../../src/kernel/compact-graph.js";
import { projectUndirected } from "../../src/network/project.js";
import { networkOf } from "../measure/literature-graphs.js";
import { hasRealData, realReference } from "../support/real-data.js";

const graphSchema = z.object({
  name: z.string(),
  vertices: z.number(),
  edges: z.array(z.tuple([z.number(), z.number()])),
  cnm_groups: z.array(z.array(z.number())),
});
type Graph = z.output<typeof graphSchema>;

/** Numbered from 1, each pair once and without weights, as NodeXL hands it to the algorithm. */
function groupsOf({ vertices, edges }: Graph): number[][] {
  const pairs = new Map(
    edges
      .map((edge) => [Math.min(...edge) - 1, Math.max(...edge) - 1] as const)
      .map((pair) => [pair.join(" "), pair]),
  );
  const of = clausetNewmanMoore(
    undirectedGraph(projectUndirected(networkOf(vertices, [...pairs.values()]))),
  );
  const groups: number[][] = [];
  for (const [node, community] of of.entries()) {
    groups[community] ??= [];
    groups[community].push(node + 1);
  }
  return groups;
}

describe.skipIf(!hasRealData)("the groups that NodeXL finds by Clauset, Newman and Moore", () => {
  const graphs = hasRealData
    ? z
        .array(graphSchema)
        .parse(JSON.parse(readFileSync(realReference("nodexl-golden.json"), "utf8")))
    : [];

  test("are known of seven graphs", () => {
    expect(graphs).toHaveLength(7);
  });

  test.each(graphs)("are ours in $name", (graph) => {
    const theirs = graph.cnm_groups.map((group) => [...group].sort((a, b) => a - b));
    expect(groupsOf(graph)).toEqual(theirs.sort((a, b) => a[0] - b[0]));
  });
});
