import type { MetricDefinition } from "../model/provenance.js";
import type { Distances } from "./kernel/distances.js";

/**
 * Closeness, regardless of direction, in [0, 1]: the share of all others whom a person reaches, over
 * the average distance to them, so that somebody in a component of two is not ahead of the middle of a
 * large one. As `nodexl`, 1 over the sum of distances. 0 for whoever reaches nobody. O(people).
 *
 * Freeman (1979), Centrality in social networks: conceptual clarification; Wasserman and Faust (1994),
 * Social network analysis, for several components.
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
 * Harmonic closeness, regardless of direction, in [0, 1]: the mean over all others of 1 over the
 * distance, and of 0 for those who cannot be reached. O(people).
 *
 * Marchiori and Latora (2000), Harmony in the small-world; Boldi and Vigna (2014), Axioms for
 * centrality.
 */
export function measureHarmonicCloseness({ harmonic }: Distances): Float64Array {
  const others = harmonic.length - 1;
  return harmonic.map((sum) => (others === 0 ? 0 : sum / others));
}
