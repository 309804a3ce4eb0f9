import { type CompactGraph, degreeOf } from "./compact-graph.js";

/**
 * An upper bound on how many ties the longest of all shortest ways has. Within a strong component it
 * is at most twice as long as the ways from and to one of its members; from one component to
 * another it is the longest chain of components. O(people + ties).
 */
export function boundLongestWay(outward: CompactGraph, inward: CompactGraph): number {
  const { nodeCount } = outward;
  const { component, order, starts } = orderedComponents(outward, inward);
  const distance = new Int32Array(nodeCount).fill(-1);
  /** The longest way that ends in each component, its own ties among them. */
  const longest = new Int32Array(starts.length - 1);
  let bound = 0;
  for (let at = 0; at + 1 < starts.length; at += 1) {
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
        const to = component[outward.neighbour[tie]];
        if (to !== at) longest[to] = Math.max(longest[to], longest[at] + 1);
      }
    }
  }
  return bound;
}

/**
 * Strong components, numbered so that ties between them run to higher numbers, and their members
 * together. Kosaraju's two searches (Sharir 1981), without recursion.
 */
function orderedComponents(outward: CompactGraph, inward: CompactGraph) {
  const { nodeCount } = outward;
  const finished = finishingOrder(outward);
  const component = new Int32Array(nodeCount).fill(-1);
  const order = new Int32Array(nodeCount);
  const starts: number[] = [0];
  let found = 0;
  let at = 0;
  for (let last = nodeCount - 1; last >= 0; last -= 1) {
    if (component[finished[last]] !== -1) continue;
    const number = starts.length - 1;
    order[found] = finished[last];
    component[finished[last]] = number;
    found += 1;
    for (; at < found; at += 1) {
      const node = order[at];
      for (let tie = inward.offsets[node]; tie < inward.offsets[node + 1]; tie += 1) {
        const from = inward.neighbour[tie];
        if (component[from] !== -1) continue;
        component[from] = number;
        order[found] = from;
        found += 1;
      }
    }
    starts.push(found);
  }
  return { component, order, starts };
}

/** Nodes in the order in which a search in depth is done with them. */
function finishingOrder({ nodeCount, offsets, neighbour }: CompactGraph): Int32Array {
  const finished = new Int32Array(nodeCount);
  const isEntered = new Uint8Array(nodeCount);
  const nextTie = offsets.slice(0, nodeCount);
  const path = new Int32Array(nodeCount);
  let done = 0;
  for (let root = 0; root < nodeCount; root += 1) {
    if (isEntered[root] === 1) continue;
    let length = 1;
    path[0] = root;
    isEntered[root] = 1;
    while (length > 0) {
      const node = path[length - 1];
      if (nextTie[node] === offsets[node + 1]) {
        finished[done] = node;
        done += 1;
        length -= 1;
        continue;
      }
      const to = neighbour[nextTie[node]];
      nextTie[node] += 1;
      if (isEntered[to] === 1) continue;
      isEntered[to] = 1;
      path[length] = to;
      length += 1;
    }
  }
  return finished;
}

/** The longest of the shortest ways from a node within its component; leaves the distances. */
function depthWithin(search: {
  readonly graph: CompactGraph;
  readonly component: Int32Array;
  readonly pivot: number;
  readonly distance: Int32Array;
}): number {
  const { graph, component, pivot, distance } = search;
  const { offsets, neighbour } = graph;
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
