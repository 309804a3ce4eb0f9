import type { WeightedTies } from "../model/network.js";

/**
 * How likely a tie of this share of its end's strength, or a larger one, is by chance: the disparity
 * filter. With k ties and strength s of an end, and w the weight of a tie,
 *
 *     α(tie) = (1 − w / s)^(k − 1)
 *
 * of which the smaller of both ends counts; directed, of what goes out of the source and of what comes
 * into the target. An end of one tie says nothing, and 1 is given where neither end says anything.
 * In [0, 1]; loops are not expected. O(nodes + ties).
 *
 * A star of ties of weight 1, 1 and 8: 0.81, 0.81 and 0.04.
 *
 * Serrano, Boguñá and Vespignani (2009), Extracting the multiscale backbone of complex weighted networks,
 * doi:10.1073/pnas.0808904106.
 */
export function measureDisparity(
  { nodeCount, tieCount, source, target, weight }: WeightedTies,
  { isDirected }: { readonly isDirected: boolean },
): Float64Array {
  const out = { degree: new Int32Array(nodeCount), strength: new Float64Array(nodeCount) };
  const into = isDirected
    ? { degree: new Int32Array(nodeCount), strength: new Float64Array(nodeCount) }
    : out;
  for (let tie = 0; tie < tieCount; tie += 1) {
    out.degree[source[tie]] += 1;
    out.strength[source[tie]] += weight[tie];
    into.degree[target[tie]] += 1;
    into.strength[target[tie]] += weight[tie];
  }
  const chance = ({ degree, strength }: typeof out, node: number, tie: number): number =>
    degree[node] < 2 ? 1 : (1 - weight[tie] / strength[node]) ** (degree[node] - 1);
  return Float64Array.from({ length: tieCount }, (_, tie) =>
    Math.min(chance(out, source[tie], tie), chance(into, target[tie], tie)),
  );
}
