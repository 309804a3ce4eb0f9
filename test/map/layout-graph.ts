import type { LayoutGraph } from "../../src/model/layout.js";

/** Ties as source, target and, unless it is 1, weight. */
export function layoutGraph(
  nodeCount: number,
  ties: readonly (readonly [number, number, number?])[],
): LayoutGraph {
  return {
    nodeCount,
    tieCount: ties.length,
    source: Int32Array.from(ties, (tie) => tie[0]),
    target: Int32Array.from(ties, (tie) => tie[1]),
    weight: Float64Array.from(ties, (tie) => tie[2] ?? 1),
  };
}
