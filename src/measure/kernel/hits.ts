import type { WeightedGraph } from "./compact-graph.js";
import { leadingEigenvector } from "./leading-eigenvector.js";
import { scaleToOne } from "./scale-to-one.js";

export interface HubsAndAuthorities {
  readonly hub: Float64Array;
  readonly authority: Float64Array;
}

/**
 * Hub and authority scores, by strength of ties; those to oneself are left out: a good hub has ties
 * to good authorities, a good authority has ties from good hubs. The best of either has 1. All 0
 * without ties; no nodes give no values. Within 1e-12 of the largest. O(people + ties) a product,
 * some 10 products.
 *
 * Everybody stands once as a hub and once as an authority, and each tie between the two: the scores
 * are the leading eigenvector of that undirected graph. Whoever has no tie to its strongest
 * component has 0. Where several components are as strong, what comes out is what all hubs
 * alike lead to, as by Kleinberg's own rounds.
 *
 * Kleinberg (1999), Authoritative sources in a hyperlinked environment.
 */
export function scoreHubsAndAuthorities(
  outward: WeightedGraph,
  inward: WeightedGraph,
): HubsAndAuthorities {
  const { nodeCount } = outward;
  const start = new Float64Array(2 * nodeCount).fill(1, 0, nodeCount);
  const vector = leadingEigenvector(bothRoles(outward, inward), start);
  return {
    hub: scaleToOne(vector.slice(0, nodeCount)),
    authority: scaleToOne(vector.slice(nodeCount)),
  };
}

/** Hubs first, then authorities. */
function bothRoles(outward: WeightedGraph, inward: WeightedGraph): WeightedGraph {
  const { nodeCount } = outward;
  const tieCount = outward.neighbour.length;
  const offsets = new Int32Array(2 * nodeCount + 1);
  offsets.set(outward.offsets);
  for (let node = 0; node <= nodeCount; node += 1) {
    offsets[nodeCount + node] = tieCount + inward.offsets[node];
  }
  const neighbour = new Int32Array(2 * tieCount);
  for (let tie = 0; tie < tieCount; tie += 1) neighbour[tie] = nodeCount + outward.neighbour[tie];
  neighbour.set(inward.neighbour, tieCount);
  const weight = new Float64Array(2 * tieCount);
  weight.set(outward.weight);
  weight.set(inward.weight, tieCount);
  return { nodeCount: 2 * nodeCount, offsets, neighbour, weight };
}
