import { type Adjacency, degreeOf } from "./adjacency.js";

/**
 * The largest k for which there is a k-core: people each of whom is tied to at least k others of
 * them. Direction, weights and loops are ignored; 0 without ties, `undefined` without people.
 * O(people + ties): whoever has fewest neighbours left is taken away first.
 *
 * Seidman (1983), Network structure and minimum degree; Batagelj and Zaversnik (2003), An O(m)
 * algorithm for cores decomposition of networks.
 */
export function measureCoreDepth(adjacency: Adjacency): number | undefined {
  const { offsets, neighbours } = adjacency;
  const nodeCount = offsets.length - 1;
  if (nodeCount === 0) return undefined;
  const degree = Int32Array.from({ length: nodeCount }, (_, node) => degreeOf(adjacency, node));

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
      const neighbour = neighbours[at];
      if (degree[neighbour] <= degree[node]) continue;
      const front = order[start[degree[neighbour]]];
      order[place[neighbour]] = front;
      place[front] = place[neighbour];
      place[neighbour] = start[degree[neighbour]];
      order[place[neighbour]] = neighbour;
      start[degree[neighbour]] += 1;
      degree[neighbour] -= 1;
    }
  }
  return depth;
}
