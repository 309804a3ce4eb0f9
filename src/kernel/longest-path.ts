import { type CompactGraph, degreeOf } from "./compact-graph.js";
import { orderStrongComponents } from "./strong-components.js";

/**
 * An upper bound on how many ties the longest of all shortest paths has. Within a strong component it
 * is at most twice as long as the paths from and to one of its members; from one component to
 * another it is the longest chain of components. O(people + ties).
 */
export function boundLongestPath(outward: CompactGraph, inward: CompactGraph): number {
  const { nodeCount } = outward;
  // Against ties, so that those between components run to later ones.
  const { count, offsets: starts, columns: order } = orderStrongComponents(inward);
  const component = new Int32Array(nodeCount);
  for (let at = 0; at < count; at += 1) {
    for (const node of order.subarray(starts[at], starts[at + 1])) component[node] = at;
  }
  const distance = new Int32Array(nodeCount).fill(-1);
  /** The longest path that ends in each component, its own ties among them. */
  const longest = new Int32Array(count);
  let bound = 0;
  for (let at = 0; at < count; at += 1) {
    const members = order.subarray(starts[at], starts[at + 1]);
    let own = 0;
    if (members.length > 1) {
      let pivot = members[0];
      for (const node of members)
        if (degreeOf(outward, node) > degreeOf(outward, pivot)) pivot = node;
      for (const graph of [outward, inward]) {
        own += depthWithin({ graph, component, pivot, distance });
        for (const node of members) distance[node] = -1;
      }
      own = Math.min(own, members.length - 1);
    }
    longest[at] += own;
    bound = Math.max(bound, longest[at]);
    for (const node of members) {
      for (let tie = outward.offsets[node]; tie < outward.offsets[node + 1]; tie += 1) {
        const to = component[outward.columns[tie]];
        if (to !== at) longest[to] = Math.max(longest[to], longest[at] + 1);
      }
    }
  }
  return bound;
}

/** The longest of the shortest paths from a node within its component; leaves the distances. */
function depthWithin(search: {
  readonly graph: CompactGraph;
  readonly component: Int32Array;
  readonly pivot: number;
  readonly distance: Int32Array;
}): number {
  const { graph, component, pivot, distance } = search;
  const { offsets, columns: neighbour } = graph;
  let round = [pivot];
  distance[pivot] = 0;
  let depth = 0;
  while (round.length > 0) {
    const next: number[] = [];
    for (const node of round) {
      for (let tie = offsets[node]; tie < offsets[node + 1]; tie += 1) {
        const to = neighbour[tie];
        if (distance[to] !== -1 || component[to] !== component[pivot]) continue;
        distance[to] = depth + 1;
        next.push(to);
      }
    }
    if (next.length > 0) depth += 1;
    round = next;
  }
  return depth;
}
