import { type Csr, groupBy } from "../../model/csr.js";
import type { LayoutGraph } from "../../model/layout.js";

/** A cluster takes in no more than this many nodes that have further ties. */
const largestCluster = 4;

/** A graph with the mass that each node repels with; every pair of tied nodes once. */
export interface MassGraph extends LayoutGraph {
  readonly mass: Float64Array;
}

export interface Coarsening {
  readonly graph: MassGraph;
  /** Node of the finer graph to node of this one. */
  readonly clusterOf: Int32Array;
}

/**
 * Joins tied nodes into clusters with their masses and ties summed: who has one tie joins whom it
 * leads to, then the rest join, fewest ties first, the neighbour with the strongest tie for its
 * mass. The energy of the coarse graph is that of the fine one with each cluster on one spot, up
 * to a constant. O(nodes + ties).
 *
 * After Walshaw (2003), A multilevel algorithm for force-directed graph-drawing.
 */
export function coarsen(graph: MassGraph): Coarsening {
  const ties = tiesByNode(graph);
  const clusterOf = joinedNodes(graph, ties);
  const clusterCount = numberClusters(clusterOf);
  const mass = new Float64Array(clusterCount);
  for (let node = 0; node < graph.nodeCount; node += 1) mass[clusterOf[node]] += graph.mass[node];
  const joined = {
    nodeCount: clusterCount,
    tieCount: graph.tieCount,
    source: graph.source.map((node) => clusterOf[node]),
    target: graph.target.map((node) => clusterOf[node]),
    weight: graph.weight,
  };
  return { graph: { ...mergeTies(joined), mass }, clusterOf };
}

/** Ties regardless of direction, loops left out, weights of the same pair summed. O(nodes + ties). */
export function mergeTies(graph: LayoutGraph): LayoutGraph {
  const { offsets, columns, weight } = tiesByNode(graph);
  const slot = new Int32Array(graph.nodeCount).fill(-1);
  const source = new Int32Array(graph.tieCount);
  const target = new Int32Array(graph.tieCount);
  const sum = new Float64Array(graph.tieCount);
  let tieCount = 0;
  for (let node = 0; node < graph.nodeCount; node += 1) {
    const before = tieCount;
    for (let tie = offsets[node]; tie < offsets[node + 1]; tie += 1) {
      const other = columns[tie];
      if (other < node) continue;
      if (slot[other] < before) {
        slot[other] = tieCount;
        source[tieCount] = node;
        target[tieCount] = other;
        tieCount += 1;
      }
      sum[slot[other]] += weight[tie];
    }
  }
  return {
    nodeCount: graph.nodeCount,
    tieCount,
    source: source.slice(0, tieCount),
    target: target.slice(0, tieCount),
    weight: sum.slice(0, tieCount),
  };
}

/** Each node's neighbours. */
interface TiesByNode extends Csr {
  readonly weight: Float64Array;
}

/** Each tie twice, once at either end; loops left out. */
function tiesByNode({ nodeCount, tieCount, source, target, weight }: LayoutGraph): TiesByNode {
  // Tie t has its ends at 2 t and 2 t + 1, so that the other end differs in the last bit.
  const nodeAt = Int32Array.from({ length: 2 * tieCount }, (_, end) =>
    end % 2 === 0 ? source[end >> 1] : target[end >> 1],
  );
  const { offsets, columns: ends } = groupBy(
    nodeAt.map((node, end) => (node === nodeAt[end ^ 1] ? -1 : node)),
    nodeCount,
  );
  return {
    offsets,
    columns: ends.map((end) => nodeAt[end ^ 1]),
    weight: Float64Array.from(ends, (end) => weight[end >> 1]),
  };
}

/** Each node's cluster, named by one of its members. */
function joinedNodes(graph: MassGraph, { offsets, columns, weight }: TiesByNode): Int32Array {
  const { nodeCount, mass } = graph;
  const clusterOf = new Int32Array(nodeCount).fill(-1);
  const size = new Int32Array(nodeCount);
  for (const node of byTieCount(offsets)) {
    if (clusterOf[node] >= 0) continue;
    const pendant = offsets[node + 1] - offsets[node] === 1;
    let best = -1;
    let bestPull = 0;
    for (let tie = offsets[node]; tie < offsets[node + 1]; tie += 1) {
      const other = columns[tie];
      if (!pendant && clusterOf[other] >= 0 && size[clusterOf[other]] >= largestCluster) continue;
      const pull = weight[tie] / mass[other];
      if (pull > bestPull) {
        best = other;
        bestPull = pull;
      }
    }
    const cluster = best < 0 ? node : clusterOf[best] < 0 ? best : clusterOf[best];
    clusterOf[node] = cluster;
    if (best >= 0) clusterOf[best] = cluster;
    if (pendant) size[cluster] = Math.max(1, size[cluster]);
    else size[cluster] = Math.max(1, size[cluster]) + 1;
  }
  return clusterOf;
}

/** Nodes with the fewest neighbours first, equals by number. */
function byTieCount(offsets: Int32Array): Int32Array {
  const nodeCount = offsets.length - 1;
  const counts = Int32Array.from({ length: nodeCount }, (_, node) =>
    Math.min(nodeCount, offsets[node + 1] - offsets[node]),
  );
  return groupBy(counts, nodeCount + 1).columns;
}

/** Renames clusters to 0, 1, … by their smallest node and says how many there are. */
function numberClusters(clusterOf: Int32Array): number {
  const numberOf = new Int32Array(clusterOf.length).fill(-1);
  let count = 0;
  for (let node = 0; node < clusterOf.length; node += 1) {
    const cluster = clusterOf[node];
    if (numberOf[cluster] < 0) {
      numberOf[cluster] = count;
      count += 1;
    }
    clusterOf[node] = numberOf[cluster];
  }
  return count;
}
