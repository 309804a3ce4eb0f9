import { type CompactGraph, degreeOf } from "./compact-graph.js";
import { compareNeighbours } from "./compare-neighbours.js";
import { type FoldedBranches, foldBranches } from "./fold-branches.js";
import { mergeTwins } from "./merge-twins.js";
import { hubOf, orderFromHub } from "./order-from-hub.js";
import { renumberedGraph } from "./renumbered-graph.js";
import { reversedGraph } from "./reversed-graph.js";

/**
 * A graph made ready for searches from parts of its nodes: numbers and typed arrays alone, so that
 * threads can share it. The reduced graph is what remains when branches are folded and twins merged, numbered
 * so that those who are found together lie together.
 */
export interface PreparedBetweenness {
  readonly branches: FoldedBranches;
  /** Each node's number in the reduced graph, or its twin's; -1 for those who have no ties there. */
  readonly inReduced: Int32Array;
  readonly reduced: CompactGraph;
  /** For how many people a search begins at each node of the reduced graph. */
  readonly sources: Float64Array;
  /** For how many people each node of the reduced graph is reached. */
  readonly sinks: Float64Array;
  /** The nodes of the reduced graph at which searches begin, those with like ties together. */
  readonly searchFrom: Int32Array;
  /** Into how many parts the searches fall: by the graph alone, whoever works on them. */
  readonly partCount: number;
  /** Part p is the searches `partStart[p] .. partStart[p + 1]`. */
  readonly partStart: Int32Array;
}

const mostParts = 32;
/** Fewer searches than so many a part cost less than another part does. */
const searchesOfPart = 512;
/** Parts begin with a full batch of searches. */
const searchesOfBatch = 32;

/** Makes a graph ready; neighbours may be in any order. O(people · log people + ties). */
export function prepareBetweenness(graph: CompactGraph): PreparedBetweenness {
  const { nodeCount } = graph;
  const inward = reversedGraph(graph);
  const branches = foldBranches(graph, inward);
  const stays = branches.anchor.map((anchor) => (anchor === -1 ? 1 : 0));
  const inwardLeft = subgraph(inward, stays);
  const twin = mergeTwins(reversedGraph(inwardLeft), inwardLeft);
  const inwardMerged = subgraph(
    inwardLeft,
    stays.map((isLeft, node) => (twin[node] === node ? isLeft : 0)),
  );
  const outwardMerged = reversedGraph(inwardMerged);
  const hub = hubOf(outwardMerged, inwardMerged);
  const order = orderFromHub(outwardMerged, inwardMerged, hub);
  // Whoever reaches most others stands first in a list of neighbours: like sources have it in common.
  order.sort((a, b) => degreeOf(outwardMerged, b) - degreeOf(outwardMerged, a));
  const reduced = renumberedGraph(outwardMerged, order);

  const number = new Int32Array(nodeCount).fill(-1);
  for (const [at, node] of order.entries()) number[node] = at;
  const inReduced = twin.map((standing) => number[standing]);
  const sources = new Float64Array(order.length);
  const sinks = new Float64Array(order.length);
  for (const [node, at] of inReduced.entries()) {
    if (at === -1) continue;
    sources[at] += branches.sources[node];
    sinks[at] += branches.sinks[node];
  }
  const searchFrom = Int32Array.from(order.keys()).filter((at) => degreeOf(reduced, at) > 0);
  searchFrom.sort((a, b) => compareNeighbours(reduced, a, b) || a - b);
  const partStart = divide(reduced, searchFrom, number[hub]);
  const partCount = partStart.length - 1;
  return { branches, inReduced, reduced, sources, sinks, searchFrom, partCount, partStart };
}

/** The ties among those who are kept, under the same numbers. */
function subgraph(
  { nodeCount, offsets, columns: neighbour }: CompactGraph,
  isKept: Int32Array,
): CompactGraph {
  const keptOffsets = new Int32Array(nodeCount + 1);
  const kept = new Int32Array(neighbour.length);
  let count = 0;
  for (let node = 0; node < nodeCount; node += 1) {
    const end = isKept[node] === 1 ? offsets[node + 1] : offsets[node];
    for (let tie = offsets[node]; tie < end; tie += 1) {
      if (isKept[neighbour[tie]] === 0) continue;
      kept[count] = neighbour[tie];
      count += 1;
    }
    keptOffsets[node + 1] = count;
  }
  return { nodeCount, offsets: keptOffsets, columns: kept.slice(0, count) };
}

/**
 * Where parts begin that cost about the same. Whoever has a path to the hub reaches all that it
 * reaches; others, in networks of people, hardly anybody.
 */
function divide(reduced: CompactGraph, searchFrom: Int32Array, hub: number): Int32Array {
  const partCount = Math.min(mostParts, Math.ceil(searchFrom.length / searchesOfPart));
  const partStart = new Int32Array(partCount + 1).fill(searchFrom.length);
  partStart[0] = 0;
  if (partCount < 2) return partStart;
  const reachesHub = new Uint8Array(reduced.nodeCount);
  for (const node of reachedFrom(reversedGraph(reduced), hub)) reachesHub[node] = 1;
  let costOfHub = 0;
  for (const node of reachedFrom(reduced, hub)) costOfHub += 1 + degreeOf(reduced, node);
  const cost = (node: number): number =>
    (reachesHub[node] === 1 ? costOfHub : 0) + degreeOf(reduced, node);
  let whole = 0;
  for (const node of searchFrom) whole += cost(node);
  let before = 0;
  let part = 1;
  for (const [at, node] of searchFrom.entries()) {
    if (at % searchesOfBatch === 0) {
      for (; part < partCount && before * partCount >= whole * part; part += 1)
        partStart[part] = at;
    }
    before += cost(node);
  }
  return partStart;
}

function reachedFrom(
  { nodeCount, offsets, columns: neighbour }: CompactGraph,
  start: number,
): Int32Array {
  const isFound = new Uint8Array(nodeCount);
  const order = new Int32Array(nodeCount);
  let found = 1;
  order[0] = start;
  isFound[start] = 1;
  for (let at = 0; at < found; at += 1) {
    for (let tie = offsets[order[at]]; tie < offsets[order[at] + 1]; tie += 1) {
      const to = neighbour[tie];
      if (isFound[to] === 1) continue;
      isFound[to] = 1;
      order[found] = to;
      found += 1;
    }
  }
  return order.slice(0, found);
}
