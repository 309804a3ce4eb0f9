import { perKind } from "../model/interaction.js";
import type { NodeMeasures } from "../model/measures.js";
import type { Network } from "../model/network.js";

export type Degrees = Pick<
  NodeMeasures,
  "inDegree" | "outDegree" | "inStrength" | "outStrength" | "inByKind" | "outByKind"
>;

/**
 * Degrees: distinct people who engaged a person, and whom a person engaged. Strengths: their
 * interactions, in all and by kind. A loop counts once in and once out. O(ties).
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
