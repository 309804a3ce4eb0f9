import type { CompactGraph } from "./compact-graph.js";

/** Every tie the other way round; neighbours ascend, in whatever order they were. O(people + ties). */
export function reversedGraph({ nodeCount, offsets, neighbour }: CompactGraph): CompactGraph {
  const reversedOffsets = new Int32Array(nodeCount + 1);
  for (const to of neighbour) reversedOffsets[to + 1] += 1;
  for (let node = 0; node < nodeCount; node += 1) {
    reversedOffsets[node + 1] += reversedOffsets[node];
  }
  const next = reversedOffsets.slice(0, nodeCount);
  const from = new Int32Array(neighbour.length);
  for (let node = 0; node < nodeCount; node += 1) {
    for (let tie = offsets[node]; tie < offsets[node + 1]; tie += 1) {
      const to = neighbour[tie];
      from[next[to]] = node;
      next[to] += 1;
    }
  }
  return { nodeCount, offsets: reversedOffsets, neighbour: from };
}
