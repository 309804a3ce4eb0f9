import type { WeightedGraph } from "../../kernel/compact-graph.js";
import { scaleToOne } from "../../kernel/scale-to-one.js";
import { sumOfSquares } from "../../kernel/vector-sums.js";

/** Below 1, so that the sum over ever longer chains ends. */
const attenuation = 0.85;

/** Of what is left out in the end, in the Euclidean norm; every value is 1 or more before scaling. */
const largestRest = 1e-13;

/**
 * Katz centrality: attention along chains, the longer the less. With W the weights of ties, loops left
 * out, and α = 0.85 / σ, σ the largest singular value of W,
 *
 *     x_j = 1 + α Σ_i W_ij x_i = Σ_k Σ_i (α^k W^k)_ij
 *
 * Directed: who is engaged receives. The most central has 1, and without ties everybody. networkx's
 * `katz_centrality` with that α and `normalized=False`, divided by its largest value; σ² is the
 * eigenvalue of igraph's `hub_score`. Since no product is longer than 0.85 times the one before, the sum
 * ends after some 200 of them, within 1e-12 of each value: O(people + ties) a product.
 *
 * `inward` is the network against its ties; `hub` are the hub scores of the same network, which give σ.
 *
 * Two people, of whom one engages the other: σ = 1, x = (1, 1.85), scaled (0.54…, 1).
 *
 * Katz (1953), A new status index derived from sociometric analysis, doi:10.1007/BF02289026.
 */
export function scoreKatz(inward: WeightedGraph, hub: Float64Array): Float64Array {
  const score = new Float64Array(inward.nodeCount).fill(1);
  const square = sumOfSquares(passOn(inward, hub, 1)) / sumOfSquares(hub);
  if (!(square > 0)) return score;
  const factor = attenuation / Math.sqrt(square);
  let step: Float64Array = score.slice();
  while (sumOfSquares(step) > (largestRest * (1 - attenuation)) ** 2) {
    step = passOn(inward, step, factor);
    for (let node = 0; node < score.length; node += 1) score[node] += step[node];
  }
  return scaleToOne(score);
}

/** What everybody receives from those who engage them, times a factor. */
function passOn(
  { nodeCount, offsets, columns: neighbour, weight }: WeightedGraph,
  values: Float64Array,
  factor: number,
): Float64Array {
  const received = new Float64Array(nodeCount);
  for (let node = 0; node < nodeCount; node += 1) {
    let sum = 0;
    for (let tie = offsets[node]; tie < offsets[node + 1]; tie += 1) {
      sum += weight[tie] * values[neighbour[tie]];
    }
    received[node] = factor * sum;
  }
  return received;
}
