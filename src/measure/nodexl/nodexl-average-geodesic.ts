import type { Distances } from "../../kernel/distances.js";
import { type NodexlGraph, nodexlDegrees } from "./nodexl-graph.js";

/**
 * The average geodesic distance as NodeXL prints it: over ordered pairs of people in one component,
 * everybody's distance of 0 from themselves among them, which makes small components smaller
 * still. Whoever is on no tie is left out; who is tied to themselves alone counts. `undefined`
 * without ties. O(people).
 *
 * From the values that NodeXL prints.
 */
export function measureNodexlAverageGeodesic(
  nodexl: NodexlGraph,
  { sumOfDistances, reachablePairs }: Distances,
): number | undefined {
  const onTies = nodexlDegrees(nodexl).filter((degree) => degree > 0).length;
  return onTies === 0 ? undefined : sumOfDistances / (reachablePairs + onTies);
}
