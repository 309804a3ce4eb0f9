import type { Projection, WeightedTies } from "../model/network.js";

/**
 * The network regardless of direction, which communities are found on: both ways of a pair are
 * one tie with the sum of their weights; a tie to oneself says nothing of belonging and is left out.
 * By low and then high node. O(ties · log ties).
 */
export function projectUndirected(network: WeightedTies): Projection {
  const { source, target, weight, tieCount } = network;
  const order = Int32Array.from({ length: tieCount }, (_, tie) => tie).filter(
    (tie) => source[tie] !== target[tie],
  );
  const low = (tie: number): number => Math.min(source[tie], target[tie]);
  const high = (tie: number): number => Math.max(source[tie], target[tie]);
  order.sort((a, b) => low(a) - low(b) || high(a) - high(b) || a - b);
  const projected = { low: new Int32Array(tieCount), high: new Int32Array(tieCount) };
  const summed = new Float64Array(tieCount);
  let last = -1;
  for (const tie of order) {
    if (last < 0 || projected.low[last] !== low(tie) || projected.high[last] !== high(tie)) {
      last += 1;
      projected.low[last] = low(tie);
      projected.high[last] = high(tie);
    }
    summed[last] += weight[tie];
  }
  const count = last + 1;
  return {
    nodeCount: network.nodeCount,
    tieCount: count,
    low: projected.low.slice(0, count),
    high: projected.high.slice(0, count),
    weight: summed.slice(0, count),
  };
}
