import { type SeededRandom, seededRandom } from "../model/seeded-random.js";
import type { AggregateGraph } from "./aggregate-graph.js";
import type { WeightedGraph } from "./compact-graph.js";
import { foldLeaves } from "./fold-leaves.js";
import { labelsThrough, withoutGaps } from "./labelling.js";
import { ascendingNodes } from "./node-order.js";

/** A round that raises modularity by less is the last: another seed changes as much on large networks. */
const leastRise = 3e-4;

/** Labels that a round found, below the node count, and by how much it raised modularity. */
export interface Round {
  readonly labels: Int32Array;
  readonly rise: number;
}

/**
 * Improves communities round by round, each beginning with what the one before found and the first with
 * everybody alone, until a round raises modularity by less than 0.0003. Who has one tie is folded away
 * while the rounds go on. Labels are from 0 without gaps, in the order of nodes.
 */
export function clusterInRounds(
  graph: WeightedGraph,
  seed: number,
  improve: (reduced: AggregateGraph, labels: Int32Array, random: SeededRandom) => Round,
): Int32Array {
  const random = seededRandom(seed);
  const { reduced, reducedOf } = foldLeaves(graph);
  let labels: Int32Array = ascendingNodes(reduced.nodeCount);
  let rise = 0;
  do {
    ({ labels, rise } = improve(reduced, labels, random));
  } while (rise >= leastRise);
  return withoutGaps(labelsThrough(reducedOf, labels)).labels;
}
