import { degreeOf } from "../../kernel/compact-graph.js";
import type { NodexlGraph } from "./nodexl-graph.js";

interface NodexlGrouping extends NodexlGraph {
  /** Group of each node, from 0; below 0 for whoever is in none, and so is one of their own. */
  readonly groupOf: Int32Array;
  readonly groupCount: number;
  /** Rows of the list of interactions, duplicates and loops counted. */
  readonly interactions: number;
}

/**
 * Modularity as NodeXL prints it: (1 / 2L) Σ (E − D² / 2L) over groups. L are all interactions, while
 * E, the ends of ties inside, and D, the degrees, are of the simple undirected graph, with 1 in each
 * for a loop: so with duplicates it is no modularity of either graph, and grows with them.
 * `undefined` without interactions. O(people + ties).
 *
 * From the values that NodeXL prints; Newman and Girvan (2004), Finding and evaluating community
 * structure in networks.
 */
export function measureNodexlModularity(grouping: NodexlGrouping): number | undefined {
  const { graph, hasLoop, groupOf, groupCount, interactions } = grouping;
  if (interactions === 0) return undefined;
  const { offsets, columns: neighbour } = graph;
  const ends = 2 * interactions;
  const inside = new Float64Array(groupCount);
  const degrees = new Float64Array(groupCount);
  let alone = 0;
  for (const [node, group] of groupOf.entries()) {
    const degree = degreeOf(graph, node) + hasLoop[node];
    if (group < 0) {
      alone += hasLoop[node] - degree ** 2 / ends;
      continue;
    }
    degrees[group] += degree;
    inside[group] += hasLoop[node];
    for (let at = offsets[node]; at < offsets[node + 1]; at += 1) {
      if (groupOf[neighbour[at]] === group) inside[group] += 1;
    }
  }
  const together = inside.reduce((sum, of, group) => sum + of - degrees[group] ** 2 / ends, 0);
  return (together + alone) / ends;
}
