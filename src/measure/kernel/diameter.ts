import { type CompactGraph, degreeOf } from "./compact-graph.js";

/**
 * The largest distance of two nodes of one component of an undirected graph: unweighted, exact, 0
 * without ties. In networks that hang together by few well-known people some ten searches do, each
 * O(people + ties); in the worst, as in a ring, as many as there are people.
 *
 * Crescenzi, Grossi, Habib, Lanzi and Marino (2013), On computing the diameter of real-world
 * undirected graphs.
 */
export function measureDiameter(graph: CompactGraph): number {
  const { nodeCount, offsets, neighbour } = graph;
  const { order, distance, searchFrom } = startSearch(graph);
  const isMet = new Uint8Array(nodeCount);
  let diameter = 0;

  /** Half way to the furthest node from the furthest node of a node. */
  const middleFrom = (node: number): number => {
    const end = order[searchFrom(node) - 1];
    let middle = order[searchFrom(end) - 1];
    const length = distance[middle];
    diameter = Math.max(diameter, length);
    while (2 * distance[middle] > length) {
      const nearer = distance[middle] - 1;
      let tie = offsets[middle];
      while (distance[neighbour[tie]] !== nearer) tie += 1;
      middle = neighbour[tie];
    }
    return middle;
  };

  /** Whoever is further than half of the longest way so far, the furthest first. */
  const beyondHalfFrom = (node: number) => {
    const size = searchFrom(node);
    let within = size;
    while (2 * distance[order[within - 1]] > diameter) within -= 1;
    const nodes = order.slice(within, size).reverse();
    return { nodes, steps: nodes.map((each) => distance[each]) };
  };

  for (let first = 0; first < nodeCount; first += 1) {
    if (isMet[first] === 1 || degreeOf(graph, first) === 0) continue;
    const size = searchFrom(first);
    let hub = first;
    for (const node of order.subarray(0, size)) {
      isMet[node] = 1;
      if (degreeOf(graph, node) > degreeOf(graph, hub)) hub = node;
    }
    if (Math.min(size - 1, 2 * distance[order[size - 1]]) <= diameter) continue;

    // Two who are both within half of the longest way so far are no longer way apart.
    const [fromMiddle, fromHub] = [middleFrom(hub), hub].map(beyondHalfFrom);
    const { nodes, steps } = fromHub.nodes.length > fromMiddle.nodes.length ? fromMiddle : fromHub;
    for (let at = 0; at < nodes.length && 2 * steps[at] > diameter; at += 1) {
      searchFrom(nodes[at]);
      diameter = Math.max(diameter, distance[order[size - 1]]);
    }
  }
  return diameter;
}

/** Searches whose `order` begins with the nodes of the component, nearest first. */
function startSearch({ nodeCount, offsets, neighbour }: CompactGraph) {
  const order = new Int32Array(nodeCount);
  const distance = new Int32Array(nodeCount).fill(-1);
  let found = 0;
  const searchFrom = (source: number): number => {
    for (let at = 0; at < found; at += 1) distance[order[at]] = -1;
    order[0] = source;
    distance[source] = 0;
    found = 1;
    for (let at = 0; at < found; at += 1) {
      const node = order[at];
      const next = distance[node] + 1;
      const end = offsets[node + 1];
      for (let tie = offsets[node]; tie < end; tie += 1) {
        const to = neighbour[tie];
        if (distance[to] !== -1) continue;
        distance[to] = next;
        order[found] = to;
        found += 1;
      }
    }
    return found;
  };
  return { order, distance, searchFrom };
}
