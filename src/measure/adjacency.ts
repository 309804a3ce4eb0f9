import type { Projection } from "../model/network.js";

/** Who is tied to whom regardless of direction: node i's are `neighbours[offsets[i] .. offsets[i+1])`. */
export interface Adjacency {
  readonly offsets: Int32Array;
  /** Ascending within a node; a tie stands at both of its ends. */
  readonly neighbours: Int32Array;
}

/** The neighbours of everybody, without loops. O(people + ties). */
export function buildAdjacency({ nodeCount, tieCount, low, high }: Projection): Adjacency {
  const offsets = new Int32Array(nodeCount + 1);
  for (let tie = 0; tie < tieCount; tie += 1) {
    offsets[low[tie] + 1] += 1;
    offsets[high[tie] + 1] += 1;
  }
  for (let node = 0; node < nodeCount; node += 1) offsets[node + 1] += offsets[node];
  const neighbours = new Int32Array(2 * tieCount);
  const next = offsets.slice(0, nodeCount);
  const add = (node: number, neighbour: number): void => {
    neighbours[next[node]] = neighbour;
    next[node] += 1;
  };
  // Ties ascend by their low end and then by the high one, so lower neighbours have to come first.
  for (let tie = 0; tie < tieCount; tie += 1) add(high[tie], low[tie]);
  for (let tie = 0; tie < tieCount; tie += 1) add(low[tie], high[tie]);
  return { offsets, neighbours };
}

/** How many neighbours a node has. */
export function degreeOf({ offsets }: Adjacency, node: number): number {
  return offsets[node + 1] - offsets[node];
}
