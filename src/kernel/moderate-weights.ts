import type { WeightedGraph } from "./compact-graph.js";

/** Within these, no product of two sums of weights overflows, nor is it lost below the smallest number. */
const smallestTotal = 1e-100;
const greatestTotal = 1e100;

/**
 * The same graph where its weights are in a usual range, else with all of them divided by the greatest:
 * modularity knows ratios of weights alone. One that is infinite counts as the greatest number. O(ties).
 */
export function moderateWeights(graph: WeightedGraph): WeightedGraph {
  let total = 0;
  let greatest = 0;
  for (const weight of graph.weight) {
    total += weight;
    if (weight > greatest) greatest = weight;
  }
  if (total === 0 || (total >= smallestTotal && total <= greatestTotal)) return graph;
  const divisor = Math.min(greatest, Number.MAX_VALUE);
  const weight = graph.weight.map((each) => Math.min(each, Number.MAX_VALUE) / divisor);
  return { ...graph, weight };
}
