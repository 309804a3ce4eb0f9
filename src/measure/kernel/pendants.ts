import type { CompactGraph } from "./compact-graph.js";

/**
 * A graph without those who hang on one other by one tie: what a search that begins or ends with them
 * finds, one of their anchor has found.
 */
export interface FoldedGraph {
  /** The same nodes; whoever is folded has no ties. */
  readonly core: CompactGraph;
  /** How many hang on each node whose one tie runs to it: searches begin with it as often again. */
  readonly sourcesAt: Int32Array;
  /** How many hang on each node whose one tie runs from it. */
  readonly sinksAt: Int32Array;
}

/** Folds each of them once; what hangs on nothing else then stays. O(people + ties). */
export function foldPendants({ nodeCount, offsets, neighbour }: CompactGraph): FoldedGraph {
  const inDegree = new Int32Array(nodeCount);
  for (const to of neighbour) inDegree[to] += 1;
  const outDegree = (node: number): number => offsets[node + 1] - offsets[node];
  const isSink = (node: number): boolean => outDegree(node) === 0 && inDegree[node] === 1;
  const sourcesAt = new Int32Array(nodeCount);
  const sinksAt = new Int32Array(nodeCount);
  const coreOffsets = new Int32Array(nodeCount + 1);
  const coreNeighbour = new Int32Array(neighbour.length);
  let count = 0;
  for (let node = 0; node < nodeCount; node += 1) {
    const only = neighbour[offsets[node]];
    // Two who have but each other: the one end stays, and the search begins there.
    const isSource = inDegree[node] === 0 && outDegree(node) === 1 && !isSink(only);
    if (isSource) {
      sourcesAt[only] += 1;
    } else {
      for (let tie = offsets[node]; tie < offsets[node + 1]; tie += 1) {
        if (isSink(neighbour[tie])) {
          sinksAt[node] += 1;
          continue;
        }
        coreNeighbour[count] = neighbour[tie];
        count += 1;
      }
    }
    coreOffsets[node + 1] = count;
  }
  const core = { nodeCount, offsets: coreOffsets, neighbour: coreNeighbour.slice(0, count) };
  return { core, sourcesAt, sinksAt };
}
