import type { WeightedGraph } from "./compact-graph.js";
import { leadingEigenvector } from "./leading-eigenvector.js";
import { scaleToOne } from "./scale-to-one.js";

/**
 * Eigenvector centrality on the undirected graph: who is tied, and strongly, to people who are. The
 * most central has 1. 0 outside of the component with the largest eigenvalue; where several have
 * it, each has as much as x ← x + Ax, begun with everybody alike, would leave it. All 0 without
 * ties; no nodes give no values. Within 1e-12 of the largest, also on stars and other graphs of two
 * sides, where x ← Ax swings to and fro. O(people + ties) a product, some 20 products; see
 * `largestEigenpair` for two crowds hardly tied to each other.
 *
 * Bonacich (1972), Factoring and weighting approaches to status scores and clique identification.
 */
export function scoreEigenvector(graph: WeightedGraph): Float64Array {
  const vector = leadingEigenvector(graph, new Float64Array(graph.nodeCount).fill(1));
  return scaleToOne(vector);
}
