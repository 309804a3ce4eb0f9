import { type CompactGraph, degreeOf } from "./compact-graph.js";

/**
 * Who has most ties both ways: the most of whichever there are fewer. The first node where nobody has
 * any, since an order has to begin with somebody.
 */
export function hubOf(outward: CompactGraph, inward: CompactGraph): number {
  const ties = (node: number): number => Math.min(degreeOf(outward, node), degreeOf(inward, node));
  let hub = 0;
  for (let node = 1; node < outward.nodeCount; node += 1) if (ties(node) > ties(hub)) hub = node;
  return hub;
}

/**
 * Everybody who has ties, breadth first from the hub and regardless of direction; what has no tie to it
 * follows. O(people + ties).
 */
export function orderFromHub(outward: CompactGraph, inward: CompactGraph, hub: number): Int32Array {
  const { nodeCount } = outward;
  const order = new Int32Array(nodeCount);
  const isFound = new Uint8Array(nodeCount);
  let found = 0;
  let at = 0;
  const find = (node: number): void => {
    if (isFound[node] === 1) return;
    isFound[node] = 1;
    order[found] = node;
    found += 1;
  };
  const searchFrom = (start: number): void => {
    if (degreeOf(outward, start) + degreeOf(inward, start) === 0) return;
    find(start);
    for (; at < found; at += 1) {
      const node = order[at];
      for (const { offsets, columns: neighbour } of [outward, inward]) {
        for (let tie = offsets[node]; tie < offsets[node + 1]; tie += 1) find(neighbour[tie]);
      }
    }
  };
  if (hub < nodeCount) searchFrom(hub);
  for (let node = 0; node < nodeCount; node += 1) searchFrom(node);
  return order.slice(0, found);
}
