import { type CompactGraph, degreeOf } from "./kernel/compact-graph.js";

/**
 * The largest k for which there is a k-core: people each of whom is tied to at least k others of
 * them. Direction, weights and loops are ignored; 0 without ties, `undefined` without people.
 * O(people + ties): whoever has fewest neighbours left is taken away first.
 *
 * Seidman (1983), Network structure and minimum degree; Batagelj and Zaversnik (2003), An O(m)
 * algorithm for cores decomposition of networks.
 */
export function measureCoreDepth(graph: CompactGraph): number | undefined {
  const { offsets, neighbour } = graph;
  const nodeCount = offsets.length - 1;
  if (nodeCount === 0) return undefined;
  const degree = Int32Array.from({ length: nodeCount }, (_, node) => degreeOf(graph, node));

  // Nodes by degree, where the nodes of each degree begin, and where each node stands.
  const most = degree.reduce((highest, each) => Math.max(highest, each), 0);
  const start = new Int32Array(most + 2);
  for (const each of degree) start[each + 1] += 1;
  for (let at = 0; at <= most; at += 1) start[at + 1] += start[at];
  const place = new Int32Array(nodeCount);
  const order = new Int32Array(nodeCount);
  const next = start.slice();
  for (let node = 0; node < nodeCount; node += 1) {
    place[node] = next[degree[node]];
    order[place[node]] = node;
    next[degree[node]] += 1;
  }

  // A neighbour who loses one moves to the front of those of its degree, which then begin after it.
  let depth = 0;
  for (const node of order) {
    depth = Math.max(depth, degree[node]);
    for (let at = offsets[node]; at < offsets[node + 1]; at += 1) {
      const other = neighbour[at];
      if (degree[other] <= degree[node]) continue;
      const front = order[start[degree[other]]];
      order[place[other]] = front;
      place[front] = place[other];
      place[other] = start[degree[other]];
      order[place[other]] = other;
      start[degree[other]] += 1;
      degree[other] -= 1;
    }
  }
  return depth;
}
