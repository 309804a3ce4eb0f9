import { perKind } from "../../model/interaction.js";
import type { NodeMeasures } from "../../model/measures.js";
import type { Network } from "../../model/network.js";

export type Degrees = Pick<
  NodeMeasures,
  "inDegree" | "outDegree" | "inStrength" | "outStrength" | "inByKind" | "outByKind"
>;

/**
 * Degree and strength. With w_ij the weight of the tie from i to j, 0 where there is none,
 *
 *     in-degree(j) = |{i : w_ij > 0}|     in-strength(j) = Σ_i w_ij
 *
 * and likewise out. Not normalised: people, and interactions, in all and by kind. A loop counts once in
 * and once out, as networkx and igraph have it. O(ties).
 *
 * Ada answers Ben twice: Ben's in-degree is 1, his in-strength 2.
 *
 * Freeman (1978), Centrality in social networks, doi:10.1016/0378-8733(78)90021-7; Barrat, Barthélemy,
 * Pastor-Satorras and Vespignani (2004), The architecture of complex weighted networks,
 * doi:10.1073/pnas.0400087101.
 */
export function measureDegrees(network: Network): Degrees {
  const { nodeCount, tieCount, source, target, weight, weightByKind } = network;
  const degrees = {
    inDegree: new Int32Array(nodeCount),
    outDegree: new Int32Array(nodeCount),
    inStrength: new Float64Array(nodeCount),
    outStrength: new Float64Array(nodeCount),
  };
  for (let tie = 0; tie < tieCount; tie += 1) {
    degrees.inDegree[target[tie]] += 1;
    degrees.outDegree[source[tie]] += 1;
    degrees.inStrength[target[tie]] += weight[tie];
    degrees.outStrength[source[tie]] += weight[tie];
  }
  const isThere = perKind((kind) => weightByKind[kind].some((of) => of > 0));
  // One column for all kinds that are not there.
  const nothing = new Float64Array(nodeCount);
  const sumsAt = (ends: Int32Array) =>
    perKind((kind) => {
      if (!isThere[kind]) return nothing;
      const sums = new Float64Array(nodeCount);
      for (let tie = 0; tie < tieCount; tie += 1) sums[ends[tie]] += weightByKind[kind][tie];
      return sums;
    });
  return { ...degrees, inByKind: sumsAt(target), outByKind: sumsAt(source) };
}
