import type { CompactGraph } from "../../src/kernel/compact-graph.js";
import { rowColumns } from "../../src/model/csr.js";

/**
 * The specification that the fast betweenness is held to: Brandes (2001), A faster algorithm for
 * betweenness centrality, Algorithm 1, line by line. Ordered pairs, not normalised.
 */
export function textbookBetweenness(graph: CompactGraph): number[] {
  const { nodeCount } = graph;
  const betweenness = new Array<number>(nodeCount).fill(0);
  for (let source = 0; source < nodeCount; source += 1) {
    const stack: number[] = [];
    const predecessors: number[][] = Array.from({ length: nodeCount }, () => []);
    const pathCount = new Array<number>(nodeCount).fill(0);
    const distance = new Array<number>(nodeCount).fill(-1);
    pathCount[source] = 1;
    distance[source] = 0;
    const queue = [source];
    for (const node of queue) {
      stack.push(node);
      for (const next of rowColumns(graph, node)) {
        if (distance[next] < 0) {
          queue.push(next);
          distance[next] = distance[node] + 1;
        }
        if (distance[next] === distance[node] + 1) {
          pathCount[next] += pathCount[node];
          predecessors[next].push(node);
        }
      }
    }
    const dependency = new Array<number>(nodeCount).fill(0);
    for (const node of stack.toReversed()) {
      for (const before of predecessors[node]) {
        dependency[before] += (pathCount[before] / pathCount[node]) * (1 + dependency[node]);
      }
      if (node !== source) betweenness[node] += dependency[node];
    }
  }
  return betweenness;
}
