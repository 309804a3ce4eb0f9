import type { Csr } from "../model/csr.js";
import type { Projection, WeightedTies } from "../model/network.js";

/** Who has a tie to whom: a node's columns are its neighbours, each once, ascending, without itself. */
export interface CompactGraph extends Csr {
  readonly nodeCount: number;
}

/** With the strength of each tie, in the order of `columns`. */
export interface WeightedGraph extends CompactGraph {
  readonly weight: Float64Array;
}

/** Along the direction of ties; loops are left out. O(people + ties). */
export function outwardGraph({
  nodeCount,
  source,
  target,
  weight,
}: Omit<WeightedTies, "tieCount">): WeightedGraph {
  return compact(nodeCount, { from: source, to: target, weight });
}

/** Against the direction of ties; loops are left out. O(people + ties). */
export function inwardGraph({ nodeCount, source, target, weight }: WeightedTies): WeightedGraph {
  return compact(nodeCount, { from: target, to: source, weight });
}

/** Regardless of direction: a tie stands at both of its ends. O(people + ties). */
export function undirectedGraph({ nodeCount, low, high, weight }: Projection): WeightedGraph {
  // Lower neighbours come first, and ties ascend by their low end and then by the high one.
  return compact(nodeCount, { from: high, to: low, weight }, { from: low, to: high, weight });
}

/** How many neighbours a node has. */
export function degreeOf({ offsets }: CompactGraph, node: number): number {
  return offsets[node + 1] - offsets[node];
}

/** Ties in the order in which they stand at the node that they run from. */
interface TieColumns {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly weight: Float64Array;
}

function compact(nodeCount: number, ...parts: readonly TieColumns[]): WeightedGraph {
  const offsets = new Int32Array(nodeCount + 1);
  for (const { from, to } of parts) {
    for (let tie = 0; tie < from.length; tie += 1) {
      if (from[tie] !== to[tie]) offsets[from[tie] + 1] += 1;
    }
  }
  for (let node = 0; node < nodeCount; node += 1) offsets[node + 1] += offsets[node];
  const neighbour = new Int32Array(offsets[nodeCount]);
  const weights = new Float64Array(offsets[nodeCount]);
  const next = offsets.slice(0, nodeCount);
  for (const { from, to, weight } of parts) {
    for (let tie = 0; tie < from.length; tie += 1) {
      const node = from[tie];
      if (node === to[tie]) continue;
      neighbour[next[node]] = to[tie];
      weights[next[node]] = weight[tie];
      next[node] += 1;
    }
  }
  return { nodeCount, offsets, columns: neighbour, weight: weights };
}
