import type { Network } from "../model/network.js";
import { inwardGraph, type WeightedGraph } from "./kernel/compact-graph.js";
import { solvePagerank } from "./kernel/pagerank.js";

/**
 * PageRank: how often somebody who keeps going from a person to one whom that person engaged
 * comes by. Weighted by interactions, those with oneself among them; damping 0.85; who engages
 * nobody passes on to everybody alike. Sums to 1 over all nodes, isolates included; no nodes give
 * no values. `inward` is the network's own, for whoever has it already.
 *
 * Page, Brin, Motwani and Winograd (1999), The PageRank citation ranking.
 */
export function measurePagerank(
  network: Network,
  inward: WeightedGraph = inwardGraph(network),
): Float64Array {
  const { nodeCount, tieCount, source, target, weight } = network;
  const loops = new Float64Array(nodeCount);
  for (let tie = 0; tie < tieCount; tie += 1) {
    if (source[tie] === target[tie]) loops[source[tie]] += weight[tie];
  }
  return solvePagerank(inward, loops);
}
