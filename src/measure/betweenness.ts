import type { Network } from "../model/network.js";
import { countBetweenness } from "./kernel/betweenness.js";
import { outwardGraph } from "./kernel/compact-graph.js";

/** Above so many people times ties the exact measure takes more than some minutes. */
export const largestBetweennessWork = 2e10;

/**
 * Betweenness: on how many of the shortest ways from one person to another somebody stands.
 * Directed; weights are strength, not distance, and are left out, and so are loops; divided by
 * (n − 1)(n − 2), so within [0, 1], and 0 for everybody among two people or fewer. `onShare` is told
 * how much is done, up to 1. O(people · ties); `undefined` above `largestBetweennessWork`.
 *
 * Brandes (2001), A faster algorithm for betweenness centrality.
 */
export function measureBetweenness(
  network: Network,
  onShare: (share: number) => void = () => {},
): Float64Array | undefined {
  const { nodeCount, tieCount } = network;
  if (nodeCount * tieCount > largestBetweennessWork) return undefined;
  const counts = countBetweenness(outwardGraph(network), onShare);
  if (nodeCount <= 2) return counts;
  return counts.map((count) => count / ((nodeCount - 1) * (nodeCount - 2)));
}
