import { groupBy } from "../model/csr.js";
import type { CompactGraph } from "./compact-graph.js";

/**
 * The core number of each node of an undirected graph: the largest k for which it is among people
 * each of whom is tied to at least k others of them. Direction, weights and loops are ignored; 0
 * without ties. O(people + ties): whoever has fewest neighbours left is taken away first.
 *
 * A triangle with a fourth person tied to one of the three: 2, 2, 2 and 1.
 *
 * Seidman (1983), Network structure and minimum degree, doi:10.1016/0378-8733(83)90028-X; Batagelj and Zaversnik (2003), An O(m)
 * algorithm for cores decomposition of networks.
 */
export function findCoreNumbers({
  nodeCount,
  offsets,
  columns: neighbour,
}: CompactGraph): Int32Array {
  /** How many of a node's neighbours are left; in the end its core number. */
  const left = new Int32Array(nodeCount);
  let most = 0;
  for (let node = 0; node < nodeCount; node += 1) {
    left[node] = offsets[node + 1] - offsets[node];
    if (left[node] > most) most = left[node];
  }

  // Nodes by degree, where the nodes of each degree begin, and where each node stands.
  const { offsets: start, columns: order } = groupBy(left, most + 1);
  const place = new Int32Array(nodeCount);
  for (const [at, node] of order.entries()) place[node] = at;

  /** A neighbour who loses one moves to the front of those of its degree, which then begin after it. */
  const takeAway = (node: number): void => {
    const core = left[node];
    const end = offsets[node + 1];
    for (let tie = offsets[node]; tie < end; tie += 1) {
      const other = neighbour[tie];
      const degree = left[other];
      if (degree <= core) continue;
      const to = start[degree];
      const front = order[to];
      const from = place[other];
      order[from] = front;
      place[front] = from;
      order[to] = other;
      place[other] = to;
      start[degree] = to + 1;
      left[other] = degree - 1;
    }
  };
  for (let at = 0; at < nodeCount; at += 1) takeAway(order[at]);
  return left;
}
