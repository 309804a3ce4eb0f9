import type { Distances } from "../../kernel/distances.js";
import type { MetricDefinition } from "../../model/provenance.js";

/**
 * Closeness, regardless of direction, in [0, 1]. With r the number of others whom v reaches,
 *
 *     closeness(v) = r / (n − 1)  ·  r / Σ_u d(v, u)
 *
 * the share of all others whom a person reaches, over the average distance to them, so that somebody in
 * a component of two is not ahead of the middle of a large one: networkx's `closeness_centrality` with
 * `wf_improved`. As `nodexl`, 1 over the sum of distances. 0 for whoever reaches nobody. O(people).
 *
 * The middle of three in a chain has 1, its ends 2/3; with a fourth person apart 2/3 and 4/9.
 *
 * Freeman (1978), Centrality in social networks, doi:10.1016/0378-8733(78)90021-7; Wasserman and Faust
 * (1994), Social network analysis, doi:10.1017/CBO9780511815478, for several components.
 */
export function measureCloseness(
  { farness, reached }: Distances,
  metrics: MetricDefinition,
): Float64Array {
  const others = farness.length - 1;
  return farness.map((sum, node) => {
    if (sum === 0) return 0;
    return metrics === "nodexl" ? 1 / sum : reached[node] ** 2 / others / sum;
  });
}

/**
 * Harmonic closeness, regardless of direction, in [0, 1]:
 *
 *     harmonic(v) = Σ_{u ≠ v} 1 / d(v, u)  /  (n − 1)
 *
 * with 0 for those who cannot be reached: networkx's `harmonic_centrality`, divided by n − 1. O(people).
 *
 * The middle of three in a chain has 1, its ends 3/4.
 *
 * Marchiori and Latora (2000), Harmony in the small-world, doi:10.1016/S0378-4371(00)00311-3; Boldi and
 * Vigna (2014), Axioms for centrality, doi:10.1080/15427951.2013.865686.
 */
export function measureHarmonicCloseness({ harmonic }: Distances): Float64Array {
  const others = harmonic.length - 1;
  return harmonic.map((sum) => (others === 0 ? 0 : sum / others));
}
