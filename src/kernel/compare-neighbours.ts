import type { CompactGraph } from "./compact-graph.js";

/**
 * Orders nodes by their lists of neighbours as words in a dictionary; 0 of the same list. Neighbours
 * ascend.
 */
export function compareNeighbours(
  { offsets, columns: neighbour }: CompactGraph,
  a: number,
  b: number,
): number {
  let ofA = offsets[a];
  let ofB = offsets[b];
  while (ofA < offsets[a + 1] && ofB < offsets[b + 1]) {
    const difference = neighbour[ofA] - neighbour[ofB];
    if (difference !== 0) return difference;
    ofA += 1;
    ofB += 1;
  }
  return offsets[a + 1] - ofA - (offsets[b + 1] - ofB);
}
