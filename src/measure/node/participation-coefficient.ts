import type { CompactGraph } from "../../kernel/compact-graph.js";
import { none } from "../../model/corpus.js";

/**
 * How evenly somebody's neighbours are spread over communities. With k_v the neighbours of v, and k_vc
 * those of them in community c,
 *
 *     participation(v) = 1 − Σ_c (k_vc / k_v)²
 *
 * Undirected, unweighted; within [0, 1), 0 where all
 * are in one community, and near 1 where all have as many. Whoever has no community counts as of
 * one that is theirs together. NaN, not defined, without neighbours. O(people + ties).
 *
 * Two neighbours in one community and two in another: 1/2.
 *
 * Guimerà and Amaral (2005), Functional cartography of complex metabolic networks, doi:10.1038/nature03288.
 */
export function measureParticipationCoefficient(
  { nodeCount, offsets, columns: neighbour }: CompactGraph,
  community: Int32Array,
): Float64Array {
  const last = community.reduce((highest, each) => Math.max(highest, each), none);
  const neighboursIn = new Int32Array(last - none + 1);
  const coefficient = new Float64Array(nodeCount).fill(Number.NaN);
  for (let node = 0; node < nodeCount; node += 1) {
    const [start, end] = [offsets[node], offsets[node + 1]];
    if (start === end) continue;
    let sumOfSquares = 0;
    for (let tie = start; tie < end; tie += 1) {
      const of = community[neighbour[tie]] - none;
      // From the square of one number to that of the next.
      sumOfSquares += 2 * neighboursIn[of] + 1;
      neighboursIn[of] += 1;
    }
    for (let tie = start; tie < end; tie += 1) neighboursIn[community[neighbour[tie]] - none] = 0;
    coefficient[node] = 1 - sumOfSquares / (end - start) ** 2;
  }
  return coefficient;
}
