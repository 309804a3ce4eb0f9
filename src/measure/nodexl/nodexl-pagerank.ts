import { type NodexlGraph, nodexlDegrees, sumOfNeighbours } from "./nodexl-graph.js";

const damping = 0.85;
/** In the L1 norm of one round's change; the converged values differ from these by some 3e-4. */
const largestChange = 1e-4;

/**
 * PageRank as NodeXL computes it, for comparison with its maps: undirected, unweighted, 1 on average
 * and not in sum, and stopped early, which its printed digits show. Whoever has no tie has 0.15.
 * O(rounds · ties).
 *
 * From the values that NodeXL prints; Page, Brin, Motwani and Winograd (1999), The PageRank
 * citation ranking.
 */
export function measureNodexlPagerank(nodexl: NodexlGraph): Float64Array {
  const degrees = nodexlDegrees(nodexl);
  let values = new Float64Array(degrees.length).fill(1 / degrees.length);
  for (let change = Number.POSITIVE_INFINITY; change >= largestChange; ) {
    const shares = values.map((value, node) => (degrees[node] === 0 ? 0 : value / degrees[node]));
    const next = sumOfNeighbours(nodexl, shares).map((sum) => 1 - damping + damping * sum);
    change = next.reduce((sum, value, node) => sum + Math.abs(value - values[node]), 0);
    values = next;
  }
  return values;
}
