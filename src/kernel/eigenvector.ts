import type { WeightedGraph } from "./compact-graph.js";
import { leadingComponents } from "./leading-components.js";
import { scaleToOne } from "./scale-to-one.js";
import { solveHubs, solveWithin } from "./solve-component.js";
import { sumOf, sumOfSquares } from "./vector-sums.js";

/**
 * Eigenvector centrality on the undirected graph: who is tied, and strongly, to people who are. With A
 * the weights of ties and λ the largest eigenvalue of A, the x for which
 *
 *     λ x_v = Σ_u A_uv x_u
 *
 * scaled so that the most central has 1. 0 outside of the component with the largest eigenvalue; where several have
 * it, each has as much as x ← x + Ax, begun with everybody alike, would leave it. All 0 without
 * ties; no nodes give no values. Within 1e-12 of the largest, also on stars and other graphs of two
 * sides, where x ← Ax swings to and fro. O(people + ties) a product, some 20 products; see
 * `largestEigenpair` for two crowds hardly tied to each other.
 *
 * A component has two sides where whoever is reached by an even number of ties is never reached by
 * an odd one. Each side's part is then the other's, passed on and divided by the eigenvalue.
 *
 * The middle of three in a chain has 1, its ends 1/√2.
 *
 * Bonacich (1972), Factoring and weighting approaches to status scores and clique identification,
 * doi:10.1080/0022250X.1972.9989806.
 */
export function scoreEigenvector(graph: WeightedGraph): Float64Array {
  const score = new Float64Array(graph.nodeCount);
  const leading = leadingComponents(graph, graph, (component, strength) =>
    component.authorities.includes(component.hubs[0])
      ? solveWithin(graph, component.hubs, strength)
      : solveHubs(graph, graph, component, strength),
  );
  for (const { hubs, authorities, hub, authority } of leading) {
    // How much of it there is in 1 for everybody.
    const share = (sumOf(hub) + sumOf(authority)) / (sumOfSquares(hub) + sumOfSquares(authority));
    for (let at = 0; at < hubs.length; at += 1) score[hubs[at]] = hub[at] * share;
    for (let at = 0; at < authorities.length; at += 1) {
      score[authorities[at]] = authority[at] * share;
    }
  }
  return scaleToOne(score);
}
