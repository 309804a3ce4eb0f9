import { type NodexlGraph, sumOfNeighbours } from "./nodexl-graph.js";

const mostRounds = 100;
/** In the L1 norm of one round's change. */
const largestChange = 1e-6;

/**
 * Eigenvector centrality as NodeXL computes it, for comparison with its maps: undirected, unweighted,
 * summing to 1, by at most 100 rounds from equal values. On a bipartite graph, such as a star, the
 * rounds swing between two answers and NodeXL prints where it stood. All 0 without ties.
 * O(rounds · ties).
 *
 * From the values that NodeXL prints; Bonacich (1972), Factoring and weighting approaches to
 * status scores and clique identification.
 */
export function measureNodexlEigenvector(nodexl: NodexlGraph): Float64Array {
  const nodeCount = nodexl.hasLoop.length;
  let values = new Float64Array(nodeCount).fill(1 / nodeCount);
  for (let round = 0; round < mostRounds; round += 1) {
    const sums = sumOfNeighbours(nodexl, values);
    const total = sums.reduce((sum, value) => sum + value, 0);
    if (total === 0) return sums;
    const next = sums.map((value) => value / total);
    const change = next.reduce((sum, value, node) => sum + Math.abs(value - values[node]), 0);
    values = next;
    if (change < largestChange) break;
  }
  return values;
}
