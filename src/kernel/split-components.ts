import type { CompactGraph } from "./compact-graph.js";

/**
 * Makes a label of each connected piece of each label, from 0 in the order of their first nodes. Modularity
 * rises wherever a label is in several pieces. O(people + ties).
 */
export function splitComponents(graph: CompactGraph, labels: Int32Array): Int32Array {
  const { nodeCount, offsets, columns: neighbour } = graph;
  const pieces = new Int32Array(nodeCount).fill(-1);
  const reached = new Int32Array(nodeCount);
  let count = 0;
  for (let first = 0; first < nodeCount; first += 1) {
    if (pieces[first] !== -1) continue;
    reached[0] = first;
    pieces[first] = count;
    let found = 1;
    for (let at = 0; at < found; at += 1) {
      const node = reached[at];
      for (let tie = offsets[node]; tie < offsets[node + 1]; tie += 1) {
        const other = neighbour[tie];
        if (pieces[other] !== -1 || labels[other] !== labels[node]) continue;
        pieces[other] = count;
        reached[found] = other;
        found += 1;
      }
    }
    count += 1;
  }
  return pieces;
}
