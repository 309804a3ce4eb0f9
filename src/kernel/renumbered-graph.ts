import type { CompactGraph } from "./compact-graph.js";
import { reversedGraph } from "./reversed-graph.js";

/**
 * The graph of the nodes in `order`, numbered by their places in it, neighbours ascending; it holds
 * all that have ties. O(people + ties).
 */
export function renumberedGraph(graph: CompactGraph, order: Int32Array): CompactGraph {
  const number = new Int32Array(graph.nodeCount);
  for (const [at, node] of order.entries()) number[node] = at;
  const offsets = new Int32Array(order.length + 1);
  const neighbour = new Int32Array(graph.columns.length);
  let count = 0;
  for (const [at, node] of order.entries()) {
    for (let tie = graph.offsets[node]; tie < graph.offsets[node + 1]; tie += 1) {
      neighbour[count] = number[graph.columns[tie]];
      count += 1;
    }
    offsets[at + 1] = count;
  }
  // Turned round twice, neighbours ascend.
  return reversedGraph(reversedGraph({ nodeCount: order.length, offsets, columns: neighbour }));
}
