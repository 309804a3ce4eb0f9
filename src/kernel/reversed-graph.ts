import { reverse } from "../model/csr.js";
import type { CompactGraph } from "./compact-graph.js";

/** Every tie the other way round; neighbours ascend, in whatever order they were. O(people + ties). */
export function reversedGraph(graph: CompactGraph): CompactGraph {
  return { nodeCount: graph.nodeCount, ...reverse(graph, graph.nodeCount) };
}
