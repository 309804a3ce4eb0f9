import pagerank from "graphology-metrics/centrality/pagerank.js";
import type { Network } from "../model/network.js";
import { directedGraph } from "./graphology-graph.js";

const damping = 0.85;

/** In the L1 norm of one step's change. */
const largestChange = 1e-12;

/**
 * PageRank: how often somebody who keeps going from a person to one whom that person engaged
 * comes by. Weighted by interactions, damping 0.85; who engages nobody passes on to everybody
 * alike. Sums to 1 over all nodes, isolates included; no nodes give no values.
 *
 * Page, Brin, Motwani and Winograd (1999), The PageRank citation ranking.
 */
export function measurePagerank(network: Network): Float64Array {
  const { nodeCount } = network;
  if (nodeCount === 0) return new Float64Array(0);
  const values = pagerank(directedGraph(network), {
    alpha: damping,
    getEdgeWeight: "weight",
    // The library compares with this times the number of nodes.
    tolerance: largestChange / nodeCount,
    maxIterations: 1000,
  });
  return Float64Array.from({ length: nodeCount }, (_, node) => values[node]);
}
