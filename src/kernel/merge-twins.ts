import { type CompactGraph, degreeOf } from "./compact-graph.js";
import { compareNeighbours } from "./compare-neighbours.js";

/**
 * Who stands for each node: itself, or, among those without incoming ties whose ties run to the same
 * others and those without outgoing ties whose ties come from the same others, the first. Neighbours
 * ascend. O(people · log people + ties) where lists soon differ.
 *
 * Sarıyüce, Saule, Kaya and Çatalyürek (2013), Shattering and compressing networks for betweenness
 * centrality.
 */
export function mergeTwins(outward: CompactGraph, inward: CompactGraph): Int32Array {
  const twin = Int32Array.from({ length: outward.nodeCount }, (_, node) => node);
  mergeAlike(twin, outward, inward);
  mergeAlike(twin, inward, outward);
  return twin;
}

/** Merges those who have ties in `graph` alone, and the same ones. */
function mergeAlike(twin: Int32Array, graph: CompactGraph, reverse: CompactGraph): void {
  const candidates = twin.filter(
    (_, node) => degreeOf(graph, node) > 0 && degreeOf(reverse, node) === 0,
  );
  candidates.sort((a, b) => compareNeighbours(graph, a, b) || a - b);
  for (let at = 1; at < candidates.length; at += 1) {
    const [before, node] = [candidates[at - 1], candidates[at]];
    if (compareNeighbours(graph, before, node) === 0) twin[node] = twin[before];
  }
}
