import type { Network } from "../../model/network.js";

/**
 * Who has a tie to whom, in two columns: node v's neighbours are `neighbour[offsets[v] ..
 * offsets[v + 1])`, ascending, each once, without v itself.
 */
export interface CompactGraph {
  readonly nodeCount: number;
  readonly offsets: Int32Array;
  readonly neighbour: Int32Array;
}

/** Along the direction of ties, loops left out. O(people + ties): ties stand by source and target. */
export function outwardGraph({ nodeCount, source, target }: Network): CompactGraph {
  const offsets = new Int32Array(nodeCount + 1);
  const neighbour = new Int32Array(source.length);
  let count = 0;
  for (let tie = 0; tie < source.length; tie += 1) {
    if (source[tie] === target[tie]) continue;
    neighbour[count] = target[tie];
    count += 1;
    offsets[source[tie] + 1] += 1;
  }
  for (let node = 0; node < nodeCount; node += 1) offsets[node + 1] += offsets[node];
  return { nodeCount, offsets, neighbour: neighbour.slice(0, count) };
}
