import type { CompactGraph } from "../../kernel/compact-graph.js";
import type { WeightedTies } from "../../model/network.js";

/** What NodeXL's metrics see: direction and weights ignored, and a loop is one more neighbour. */
export interface NodexlGraph {
  /** Without loops. */
  readonly graph: CompactGraph;
  /** 1 for whoever has a tie to themselves. */
  readonly hasLoop: Uint8Array;
}

/** The graph that NodeXL measures, of the network and its undirected graph. O(ties). */
export function nodexlGraph(network: WeightedTies, graph: CompactGraph): NodexlGraph {
  const hasLoop = new Uint8Array(network.nodeCount);
  for (const [tie, source] of network.source.entries()) {
    if (source === network.target[tie]) hasLoop[source] = 1;
  }
  return { graph, hasLoop };
}

/** Adds up what the neighbours have, oneself among them with a loop; in order of node. */
export function sumOfNeighbours(
  { graph: { offsets, columns: neighbour }, hasLoop }: NodexlGraph,
  values: Float64Array,
): Float64Array {
  return values.map((own, node) => {
    let sum = hasLoop[node] === 1 ? own : 0;
    for (let at = offsets[node]; at < offsets[node + 1]; at += 1) sum += values[neighbour[at]];
    return sum;
  });
}

/** How many neighbours each has, oneself among them with a loop. */
export function nodexlDegrees({ graph: { offsets }, hasLoop }: NodexlGraph): Float64Array {
  return Float64Array.from(hasLoop, (loop, node) => offsets[node + 1] - offsets[node] + loop);
}
