import { groupBy } from "../model/csr.js";
import { type CompactGraph, degreeOf } from "./compact-graph.js";

/**
 * An undirected graph without those who hang on one other by one tie, in numbers of its own:
 * components one after another, each breadth-first from its node of most neighbours, so that nodes
 * close to each other have numbers close to each other. Plain arrays and numbers, which can be sent
 * to other threads.
 */
export interface RenumberedGraph extends CompactGraph {
  /** The number of each node of the graph as it was; of whoever hangs on another, the other's. */
  readonly place: Int32Array;
  /** 1 for each node of the graph as it was that hangs on another. */
  readonly isPendant: Uint8Array;
  /** How many hang on each node. */
  readonly pendantsAt: Int32Array;
  /** Where each component begins, and the number of nodes at the end; those of one node come last. */
  readonly componentStart: Int32Array;
  /** How many nodes each component has, with those who hang on them. */
  readonly componentSize: Int32Array;
}

/** Of two who have but each other, the lower one stays. O(people + ties). */
export function renumberFromHubs(graph: CompactGraph): RenumberedGraph {
  const { nodeCount, offsets, columns: neighbour } = graph;

  // Who hangs on whom.
  const isPendant = new Uint8Array(nodeCount);
  const pendantsOf = new Int32Array(nodeCount);
  for (let node = 0; node < nodeCount; node += 1) {
    if (degreeOf(graph, node) !== 1) continue;
    const only = neighbour[offsets[node]];
    if (degreeOf(graph, only) === 1 && node < only) continue;
    isPendant[node] = 1;
    pendantsOf[only] += 1;
  }
  const keptDegree = pendantsOf.map((pendants, node) => degreeOf(graph, node) - pendants);

  // Breadth-first from each hub, component after component.
  const place = new Int32Array(nodeCount).fill(-1);
  const order = new Int32Array(nodeCount);
  const componentStart: number[] = [];
  const componentSize: number[] = [];
  let found = 0;
  for (const hub of descending(keptDegree)) {
    if (isPendant[hub] === 1 || place[hub] !== -1) continue;
    const start = found;
    let size = 0;
    order[found] = hub;
    place[hub] = found;
    found += 1;
    for (let at = start; at < found; at += 1) {
      const node = order[at];
      size += 1 + pendantsOf[node];
      for (let tie = offsets[node]; tie < offsets[node + 1]; tie += 1) {
        const to = neighbour[tie];
        if (isPendant[to] === 1 || place[to] !== -1) continue;
        order[found] = to;
        place[to] = found;
        found += 1;
      }
    }
    componentStart.push(start);
    componentSize.push(size);
  }
  for (let node = 0; node < nodeCount; node += 1) {
    if (isPendant[node] === 1) place[node] = place[neighbour[offsets[node]]];
  }

  // The ties in the new numbers: each list ascends because those who are put into it do.
  const keptOffsets = new Int32Array(found + 1);
  for (let at = 0; at < found; at += 1) {
    keptOffsets[at + 1] = keptOffsets[at] + keptDegree[order[at]];
  }
  const keptNeighbour = new Int32Array(keptOffsets[found]);
  const next = keptOffsets.slice(0, found);
  for (let at = 0; at < found; at += 1) {
    const node = order[at];
    for (let tie = offsets[node]; tie < offsets[node + 1]; tie += 1) {
      if (isPendant[neighbour[tie]] === 1) continue;
      const to = place[neighbour[tie]];
      keptNeighbour[next[to]] = at;
      next[to] += 1;
    }
  }
  return {
    nodeCount: found,
    offsets: keptOffsets,
    columns: keptNeighbour,
    place,
    isPendant,
    pendantsAt: Int32Array.from({ length: found }, (_, at) => pendantsOf[order[at]]),
    componentStart: Int32Array.from([...componentStart, found]),
    componentSize: Int32Array.from(componentSize),
  };
}

/** Nodes by their number of neighbours, most first, and then ascending. */
function descending(degree: Int32Array): Int32Array {
  const most = degree.reduce((highest, each) => Math.max(highest, each), 0);
  return groupBy(
    degree.map((each) => most - each),
    most + 1,
  ).columns;
}
