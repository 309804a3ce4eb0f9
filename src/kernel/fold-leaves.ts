import { type AggregateGraph, asAggregate } from "./aggregate-graph.js";
import { degreeOf, type WeightedGraph } from "./compact-graph.js";

/** A graph of people in which whoever has one tie alone is one node with whom it runs to. */
interface LeavesFolded {
  readonly core: AggregateGraph;
  /** The node of `core` that each person is in. */
  readonly coreOf: Int32Array;
}

/**
 * Folds everybody with a single neighbour into that neighbour, once: no partition of highest
 * modularity parts the two, so that none is lost, and whoever is left has fewer to choose from. Of two
 * who have only each other, the first stays. O(people + ties).
 *
 * Arenas, Duch, Fernández and Gómez (2007), Size reduction of complex networks preserving modularity.
 */
export function foldLeaves(graph: WeightedGraph): LeavesFolded {
  const { nodeCount, offsets, columns: neighbour, weight } = graph;
  const isLeaf = (node: number): boolean => degreeOf(graph, node) === 1;
  const isFolded = new Uint8Array(nodeCount);
  const coreOf = new Int32Array(nodeCount);
  let coreCount = 0;
  for (let node = 0; node < nodeCount; node += 1) {
    const only = neighbour[offsets[node]];
    if (isLeaf(node) && !(isLeaf(only) && node < only)) {
      isFolded[node] = 1;
    } else {
      coreOf[node] = coreCount;
      coreCount += 1;
    }
  }
  const people = asAggregate(graph);
  if (coreCount === nodeCount) return { core: people, coreOf };
  const coreOffsets = new Int32Array(coreCount + 1);
  const coreNeighbour = new Int32Array(neighbour.length);
  const coreWeight = new Float64Array(neighbour.length);
  const strength = new Float64Array(coreCount);
  let tieCount = 0;
  for (let node = 0; node < nodeCount; node += 1) {
    if (isFolded[node] === 1) {
      coreOf[node] = coreOf[neighbour[offsets[node]]];
      strength[coreOf[node]] += people.strength[node];
      continue;
    }
    strength[coreOf[node]] += people.strength[node];
    for (let tie = offsets[node]; tie < offsets[node + 1]; tie += 1) {
      if (isFolded[neighbour[tie]] === 1) continue;
      coreNeighbour[tieCount] = coreOf[neighbour[tie]];
      coreWeight[tieCount] = weight[tie];
      tieCount += 1;
    }
    coreOffsets[coreOf[node] + 1] = tieCount;
  }
  const core = {
    nodeCount: coreCount,
    offsets: coreOffsets,
    columns: coreNeighbour.subarray(0, tieCount),
    weight: coreWeight.subarray(0, tieCount),
    strength,
    totalStrength: people.totalStrength,
  };
  return { core, coreOf };
}
