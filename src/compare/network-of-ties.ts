import { perKind } from "../model/interaction.js";
import type { Network } from "../model/network.js";

/** A network of ties alone, each ordered pair once, in any order: nothing is known of kinds and times. O(ties · log ties). */
export function networkOfTies(
  nodeCount: number,
  ties: readonly { readonly source: number; readonly target: number; readonly weight: number }[],
): Network {
  const sorted = ties.toSorted((a, b) => a.source - b.source || a.target - b.target);
  const unknown = new Float64Array(sorted.length).fill(Number.NaN);
  const nothing = new Float64Array(sorted.length);
  return {
    nodeCount,
    account: Int32Array.from({ length: nodeCount }, (_, node) => node),
    tieCount: sorted.length,
    source: Int32Array.from(sorted, ({ source }) => source),
    target: Int32Array.from(sorted, ({ target }) => target),
    weight: Float64Array.from(sorted, ({ weight }) => weight),
    weightByKind: perKind(() => nothing),
    first: unknown,
    last: unknown,
  };
}
