import { inwardGraph, type WeightedGraph } from "../../kernel/compact-graph.js";
import { solvePagerank } from "../../kernel/pagerank.js";
import type { WeightedTies } from "../../model/network.js";

/**
 * PageRank: how often somebody who keeps going from a person to one whom that person engaged comes by.
 * With s_i the out-strength of i, N the people who engage nobody, and α = 0.85,
 *
 *     x_j = (1 − α) / n  +  α Σ_i w_ij x_i / s_i  +  α / n Σ_{i ∈ N} x_i
 *
 * Weighted by interactions, those with oneself among them. Sums to 1 over all nodes, isolates
 * included: networkx's `pagerank`. No nodes give no values. `inward` is the network's own, for whoever
 * has it already.
 *
 * Two people, of whom one engages the other: 0.350877 and 0.649123.
 *
 * Brin and Page (1998), The anatomy of a large-scale hypertextual web search engine,
 * doi:10.1016/S0169-7552(98)00110-X; Page, Brin, Motwani and Winograd (1999), The PageRank citation
 * ranking.
 */
export function measurePagerank(
  network: WeightedTies,
  inward: WeightedGraph = inwardGraph(network),
): Float64Array {
  const { nodeCount, tieCount, source, target, weight } = network;
  const loops = new Float64Array(nodeCount);
  for (let tie = 0; tie < tieCount; tie += 1) {
    if (source[tie] === target[tie]) loops[source[tie]] += weight[tie];
  }
  return solvePagerank(inward, loops);
}
