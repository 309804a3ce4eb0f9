import type { Projection } from "../../model/network.js";
import type { SeededRandom } from "../../model/seeded-random.js";

/** Each tie is exchanged so often on average; ten are known to be enough for mixing. */
const swapsPerTie = 10;

/**
 * The same network with its ends exchanged at random: everybody keeps their degree, nobody is tied
 * to themselves or twice to another, and each tie keeps its weight. Ties ascend by their ends.
 * O(ties · log ties).
 *
 * Maslov and Sneppen (2002), Specificity and stability in topology of protein networks,
 * doi:10.1126/science.1065103. Milo et al. (2003), arXiv:cond-mat/0312028, for how many swaps.
 */
export function rewire(projection: Projection, random: SeededRandom): Projection {
  const { nodeCount, tieCount, weight } = projection;
  const low = projection.low.slice();
  const high = projection.high.slice();
  const pairOf = (a: number, b: number): number => Math.min(a, b) * nodeCount + Math.max(a, b);
  const pairs = new Set(Array.from(low, (end, tie) => pairOf(end, high[tie])));
  const draw = (count: number): number => Math.floor(random() * count);
  for (let swap = 0; tieCount > 1 && swap < swapsPerTie * tieCount; swap += 1) {
    const [first, second] = [draw(tieCount), draw(tieCount)];
    const [a, b] = [low[first], high[first]];
    const [c, d] = random() < 0.5 ? [low[second], high[second]] : [high[second], low[second]];
    if (a === d || b === c || pairs.has(pairOf(a, d)) || pairs.has(pairOf(c, b))) continue;
    pairs.delete(pairOf(a, b));
    pairs.delete(pairOf(c, d));
    pairs.add(pairOf(a, d));
    pairs.add(pairOf(c, b));
    [low[first], high[first]] = [Math.min(a, d), Math.max(a, d)];
    [low[second], high[second]] = [Math.min(c, b), Math.max(c, b)];
  }
  const order = Array.from(low.keys()).sort((a, b) => low[a] - low[b] || high[a] - high[b]);
  return {
    nodeCount,
    tieCount,
    low: Int32Array.from(order, (tie) => low[tie]),
    high: Int32Array.from(order, (tie) => high[tie]),
    weight: Float64Array.from(order, (tie) => weight[tie]),
  };
}
