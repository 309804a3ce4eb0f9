import betweenness from "graphology-metrics/centrality/betweenness.js";
import type { Network } from "../model/network.js";
import { directedGraph } from "./graphology-graph.js";

/** Above so many people times ties the exact measure takes more than some minutes. */
export const largestBetweennessWork = 4e9;

/**
 * Betweenness: on how many of the shortest ways from one person to another somebody stands.
 * Directed; weights are strength, not distance, and are left out; divided by (n − 1)(n − 2), so
 * within [0, 1], and 0 for everybody among two people or fewer. O(people · ties); `undefined`
 * above `largestBetweennessWork`.
 *
 * Brandes (2001), A faster algorithm for betweenness centrality.
 */
export function measureBetweenness(network: Network): Float64Array | undefined {
  const { nodeCount, tieCount } = network;
  if (nodeCount === 0) return new Float64Array(0);
  if (nodeCount * tieCount > largestBetweennessWork) return undefined;
  const values = betweenness(directedGraph(network), { getEdgeWeight: null, normalized: true });
  return Float64Array.from({ length: nodeCount }, (_, node) => values[node]);
}
