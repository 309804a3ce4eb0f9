import type { LayoutGraph } from "../model/layout.js";

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
  const { start, neighbour, weight } = tiesByNode(graph);
  const slot = new Int32Array(graph.nodeCount).fill(-1);
  const source = new Int32Array(graph.tieCount);
  const target = new Int32Array(graph.tieCount);
  const sum = new Float64Array(graph.tieCount);
  let tieCount = 0;
  for (let node = 0; node < graph.nodeCount; node += 1) {
    const before = tieCount;
    for (let tie = start[node]; tie < start[node + 1]; tie += 1) {
      const other = neighbour[tie];
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

interface TiesByNode {
  /** Node to its first place in `neighbour`; one more at the end. */
  readonly start: Int32Array;
  readonly neighbour: Int32Array;
  readonly weight: Float64Array;
}

/** Each tie twice, once at either end; loops left out. */
function tiesByNode({ nodeCount, tieCount, source, target, weight }: LayoutGraph): TiesByNode {
  const start = new Int32Array(nodeCount + 1);
  for (let tie = 0; tie < tieCount; tie += 1) {
    if (source[tie] === target[tie]) continue;
    start[source[tie] + 1] += 1;
    start[target[tie] + 1] += 1;
  }
  for (let node = 0; node < nodeCount; node += 1) start[node + 1] += start[node];
  const place = start.slice(0, nodeCount);
  const neighbour = new Int32Array(start[nodeCount]);
  const placed = new Float64Array(start[nodeCount]);
  for (let tie = 0; tie < tieCount; tie += 1) {
    const one = source[tie];
    const other = target[tie];
    if (one === other) continue;
    neighbour[place[one]] = other;
    placed[place[one]] = weight[tie];
    place[one] += 1;
    neighbour[place[other]] = one;
    placed[place[other]] = weight[tie];
    place[other] += 1;
  }
  return { start, neighbour, weight: placed };
}

/** Each node's cluster, named by one of its members. */
function joinedNodes(graph: MassGraph, { start, neighbour, weight }: TiesByNode): Int32Array {
  const { nodeCount, mass } = graph;
  const clusterOf = new Int32Array(nodeCount).fill(-1);
  const size = new Int32Array(nodeCount);
  for (const node of byTieCount(start)) {
    if (clusterOf[node] >= 0) continue;
    const pendant = start[node + 1] - start[node] === 1;
    let best = -1;
    let bestPull = 0;
    for (let tie = start[node]; tie < start[node + 1]; tie += 1) {
      const other = neighbour[tie];
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
function byTieCount(start: Int32Array): Int32Array {
  const nodeCount = start.length - 1;
  const most = nodeCount;
  const placeOf = new Int32Array(most + 2);
  const countAt = (node: number): number => Math.min(most, start[node + 1] - start[node]);
  for (let node = 0; node < nodeCount; node += 1) placeOf[countAt(node) + 1] += 1;
  for (let count = 0; count <= most; count += 1) placeOf[count + 1] += placeOf[count];
  const order = new Int32Array(nodeCount);
  for (let node = 0; node < nodeCount; node += 1) {
    const count = countAt(node);
    order[placeOf[count]] = node;
    placeOf[count] += 1;
  }
  return order;
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
