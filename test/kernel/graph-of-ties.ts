import type { CompactGraph } from "../../src/kernel/compact-graph.js";

/** Ties as pairs of nodes, in any order; loops and repeats are left out. */
export function graphOfTies(
  nodeCount: number,
  ties: readonly (readonly [number, number])[],
): CompactGraph {
  const lists = Array.from({ length: nodeCount }, () => new Set<number>());
  for (const [source, target] of ties) if (source !== target) lists[source].add(target);
  const offsets = new Int32Array(nodeCount + 1);
  for (const [node, list] of lists.entries()) offsets[node + 1] = offsets[node] + list.size;
  const neighbour = Int32Array.from(lists.flatMap((list) => [...list].sort((a, b) => a - b)));
  return { nodeCount, offsets, columns: neighbour };
}
