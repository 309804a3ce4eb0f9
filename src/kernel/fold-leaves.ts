import { type AggregateGraph, asAggregate } from "./aggregate-graph.js";
import { degreeOf, type WeightedGraph } from "./compact-graph.js";

/** A graph of people in which whoever has one tie alone is one node with whom it runs to. */
interface LeavesFolded {
  readonly reduced: AggregateGraph;
  /** The node of `reduced` that each person is in. */
  readonly reducedOf: Int32Array;
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
  const reducedOf = new Int32Array(nodeCount);
  let reducedCount = 0;
  for (let node = 0; node < nodeCount; node += 1) {
    const only = neighbour[offsets[node]];
    if (isLeaf(node) && !(isLeaf(only) && node < only)) {
      isFolded[node] = 1;
    } else {
      reducedOf[node] = reducedCount;
      reducedCount += 1;
    }
  }
  const people = asAggregate(graph);
  if (reducedCount === nodeCount) return { reduced: people, reducedOf };
  const reducedOffsets = new Int32Array(reducedCount + 1);
  const reducedNeighbour = new Int32Array(neighbour.length);
  const reducedWeight = new Float64Array(neighbour.length);
  const strength = new Float64Array(reducedCount);
  let tieCount = 0;
  for (let node = 0; node < nodeCount; node += 1) {
    if (isFolded[node] === 1) {
      reducedOf[node] = reducedOf[neighbour[offsets[node]]];
      strength[reducedOf[node]] += people.strength[node];
      continue;
    }
    strength[reducedOf[node]] += people.strength[node];
    for (let tie = offsets[node]; tie < offsets[node + 1]; tie += 1) {
      if (isFolded[neighbour[tie]] === 1) continue;
      reducedNeighbour[tieCount] = reducedOf[neighbour[tie]];
      reducedWeight[tieCount] = weight[tie];
      tieCount += 1;
    }
    reducedOffsets[reducedOf[node] + 1] = tieCount;
  }
  const reduced = {
    nodeCount: reducedCount,
    offsets: reducedOffsets,
    columns: reducedNeighbour.subarray(0, tieCount),
    weight: reducedWeight.subarray(0, tieCount),
    strength,
    totalStrength: people.totalStrength,
  };
  return { reduced, reducedOf };
}
