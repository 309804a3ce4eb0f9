import type { WeightedGraph } from "./compact-graph.js";
import { leadingComponents } from "./leading-components.js";
import { scaleToOne } from "./scale-to-one.js";
import { solveHubs } from "./solve-component.js";
import { sumOf, sumOfSquares } from "./vector-sums.js";

interface HubsAndAuthorities {
  readonly hub: Float64Array;
  readonly authority: Float64Array;
}

/**
 * Hub and authority scores, by strength of ties; those to oneself are left out: a good hub has ties
 * to good authorities, a good authority has ties from good hubs. With W the weights of ties, the leading
 * eigenvectors of
 *
 *     W Wᵀ (hubs)     Wᵀ W (authorities)
 *
 * scaled so that the best of either has 1. All 0
 * without ties; no nodes give no values. Within 1e-12 of the largest. O(people + ties) a product,
 * some 10 products.
 *
 * Everybody stands once as a hub and once as an authority, and each tie between the two: the scores
 * are the leading eigenvector of that undirected graph. Whoever has no tie to its strongest
 * component has 0. Where several components are as strong, what comes out is what all hubs
 * alike lead to, as by Kleinberg's own rounds.
 *
 * Two people, of whom one engages the other: hubs (1, 0), authorities (0, 1).
 *
 * Kleinberg (1999), Authoritative sources in a hyperlinked environment, doi:10.1145/324133.324140.
 */
export function scoreHubsAndAuthorities(
  outward: WeightedGraph,
  inward: WeightedGraph,
): HubsAndAuthorities {
  const hubScore = new Float64Array(outward.nodeCount);
  const authorityScore = new Float64Array(outward.nodeCount);
  const leading = leadingComponents(outward, inward, (component, strength) =>
    solveHubs(outward, inward, component, strength),
  );
  for (const { hubs, authorities, hub, authority } of leading) {
    // How much of it there is in 1 for all hubs and 0 for all authorities.
    const share = sumOf(hub) / (sumOfSquares(hub) + sumOfSquares(authority));
    for (let at = 0; at < hubs.length; at += 1) hubScore[hubs[at]] = hub[at] * share;
    for (let at = 0; at < authorities.length; at += 1) {
      authorityScore[authorities[at]] = authority[at] * share;
    }
  }
  return { hub: scaleToOne(hubScore), authority: scaleToOne(authorityScore) };
}
