import type { CompactGraph } from "../../kernel/compact-graph.js";
import { none } from "../../model/corpus.js";

/**
 * By how many standard deviations somebody's number of neighbours within their own community is
 * above the mean of its members:
 *
 *     z(v) = (κ_v − mean κ) / deviation κ
 *
 * κ_v the neighbours of v in v's community; the deviation is that of all members, not of a sample. Undirected,
 * unweighted; 0 where all members have as many. NaN, not defined, for whoever has no community.
 * O(people + ties).
 *
 * The middle of three in a chain that are one community has √2, its ends −1/√2.
 *
 * Guimerà and Amaral (2005), Functional cartography of complex metabolic networks, doi:10.1038/nature03288.
 */
export function measureWithinCommunityZ(
  { nodeCount, offsets, columns: neighbour }: CompactGraph,
  community: Int32Array,
): Float64Array {
  const count = community.reduce((highest, each) => Math.max(highest, each), none) + 1;
  const size = new Int32Array(count);
  const sum = new Float64Array(count);
  const sumOfSquares = new Float64Array(count);
  const within = new Int32Array(nodeCount);
  for (let node = 0; node < nodeCount; node += 1) {
    const of = community[node];
    if (of === none) continue;
    for (let tie = offsets[node]; tie < offsets[node + 1]; tie += 1) {
      if (community[neighbour[tie]] === of) within[node] += 1;
    }
    size[of] += 1;
    sum[of] += within[node];
    sumOfSquares[of] += within[node] ** 2;
  }
  return Float64Array.from(within, (neighbours, node) => {
    const of = community[node];
    if (of === none) return Number.NaN;
    // Both whole numbers: where all have as many, the spread is 0 and no trace of rounding.
    const above = size[of] * neighbours - sum[of];
    const spread = size[of] * sumOfSquares[of] - sum[of] ** 2;
    return spread === 0 ? 0 : above / Math.sqrt(spread);
  });
}
