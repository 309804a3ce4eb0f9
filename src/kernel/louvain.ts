import type { SeededRandom } from "../model/seeded-random.js";
import { type AggregateGraph, aggregateGraph } from "./aggregate-graph.js";
import { clusterInRounds, type Round } from "./cluster-in-rounds.js";
import type { WeightedGraph } from "./compact-graph.js";
import { labelsThrough, withoutGaps } from "./labelling.js";
import { moveLocally } from "./local-moving.js";
import { ascendingNodes } from "./node-order.js";

/**
 * Communities of high modularity by Louvain: nodes move to where modularity rises most, each community
 * becomes one node, and so on until none moves; then people move once more, and so on in rounds, which
 * lifts modularity well above that of a single one. Undirected, a tie standing at both of its ends;
 * weights are summed; whoever has no tie is alone. Nothing keeps a community connected. Labels from 0
 * without gaps, the same ones for the same seed. O(ties) a level, of which some dozen are usual.
 *
 * Blondel, Guillaume, Lambiotte and Lefebvre (2008), Fast unfolding of communities in large networks.
 */
export function findByLouvain(graph: WeightedGraph, seed: number): Int32Array {
  return clusterInRounds(graph, seed, improve);
}

function improve(reduced: AggregateGraph, start: Int32Array, random: SeededRandom): Round {
  let level: AggregateGraph = reduced;
  let levelOf: Int32Array = ascendingNodes(reduced.nodeCount);
  let labels: Int32Array = start.slice();
  let rise = 0;
  for (;;) {
    rise += moveLocally(level, labels, random);
    const communities = withoutGaps(labels);
    levelOf = labelsThrough(levelOf, communities.labels);
    if (communities.count === level.nodeCount) return { labels: levelOf, rise };
    level = aggregateGraph(level, communities);
    labels = ascendingNodes(communities.count);
  }
}
