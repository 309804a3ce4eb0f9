import type { Network } from "../../model/network.js";

/**
 * Who has a tie to whom, in two columns: node v's neighbours are `neighbour[offsets[v] ..
 * offsets[v + 1])`, each once, without v itself.
 */
export interface CompactGraph {
  readonly nodeCount: number;
  readonly offsets: Int32Array;
  readonly neighbour: Int32Array;
}

/** Along the direction of ties, which may stand in any order; loops are left out. O(people + ties). */
export function outwardGraph({ nodeCount, source, target }: Network): CompactGraph {
  const offsets = new Int32Array(nodeCount + 1);
  const isLoop = (tie: number): boolean => source[tie] === target[tie];
  for (let tie = 0; tie < source.length; tie += 1) {
    if (!isLoop(tie)) offsets[source[tie] + 1] += 1;
  }
  for (let node = 0; node < nodeCount; node += 1) offsets[node + 1] += offsets[node];
  const neighbour = new Int32Array(offsets[nodeCount]);
  const next = offsets.slice(0, nodeCount);
  for (let tie = 0; tie < source.length; tie += 1) {
    if (isLoop(tie)) continue;
    neighbour[next[source[tie]]] = target[tie];
    next[source[tie]] += 1;
  }
  return { nodeCount, offsets, neighbour };
}
