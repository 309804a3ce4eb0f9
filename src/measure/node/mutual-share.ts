import type { BothWays } from "../network/reciprocity.js";

/**
 * Reciprocity of each person: of the people they are tied to in either direction, the share with
 * whom the tie goes both ways. NodeXL's reciprocated vertex pair ratio of a vertex, R; networkx's
 * reciprocity of a node counts ties instead of people and is 2R / (1 + R). Weights and loops do not
 * count. In [0, 1]; NaN for who is tied to nobody. O(people + ties).
 *
 *     reciprocity(v) = |out(v) ∩ in(v)| / |out(v) ∪ in(v)|
 *
 * Whoever engages two people, of whom one answers, has 1/2.
 *
 * Wasserman and Faust (1994), Social network analysis, doi:10.1017/CBO9780511815478.
 */
export function measureMutualShare({ outward, inward }: BothWays): Float64Array {
  const { nodeCount } = outward;
  const share = new Float64Array(nodeCount).fill(Number.NaN);
  // The last node of whose outward neighbours each was one: nothing needs to be cleared between.
  const engagedBy = new Int32Array(nodeCount).fill(-1);
  for (let node = 0; node < nodeCount; node += 1) {
    let people = outward.offsets[node + 1] - outward.offsets[node];
    for (let at = outward.offsets[node]; at < outward.offsets[node + 1]; at += 1) {
      engagedBy[outward.columns[at]] = node;
    }
    let mutual = 0;
    for (let at = inward.offsets[node]; at < inward.offsets[node + 1]; at += 1) {
      if (engagedBy[inward.columns[at]] === node) mutual += 1;
      else people += 1;
    }
    if (people > 0) share[node] = mutual / people;
  }
  return share;
}
