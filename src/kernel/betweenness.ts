import type { CompactGraph } from "./compact-graph.js";
import { finishBetweenness } from "./finish-betweenness.js";
import { prepareBetweenness } from "./prepare-betweenness.js";
import { sweepBetweenness } from "./sweep-betweenness.js";

/**
 * How many of the shortest paths between ordered pairs go through each node, not normalised: a pair
 * with several shortest paths gives each its share. Of a graph whose ties stand at both ends, each pair
 * counts twice. `onShare` is told how much is done, up to 1. O(people · ties) time, O(people + ties)
 * memory; whoever sweeps the parts, in whatever order, the sums are the same to the last bit.
 *
 * Brandes (2001), A faster algorithm for betweenness centrality, doi:10.1080/0022250X.2001.9990249, as it
 * stands there, is what the tests hold it to.
 */
export function countBetweenness(
  graph: CompactGraph,
  onShare: (share: number) => void = () => {},
): Float64Array {
  const prepared = prepareBetweenness(graph);
  const { partCount } = prepared;
  const parts = Array.from({ length: partCount }, (_, part) =>
    sweepBetweenness(prepared, part, (share) => onShare((part + share) / partCount)),
  );
  return finishBetweenness(prepared, parts);
}
