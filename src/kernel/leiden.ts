import type { SeededRandom } from "../model/seeded-random.js";
import { type AggregateGraph, aggregateGraph } from "./aggregate-graph.js";
import { clusterInRounds, type Round } from "./cluster-in-rounds.js";
import type { WeightedGraph } from "./compact-graph.js";
import { type Labelling, labelsThrough, withoutGaps } from "./labelling.js";
import { moveLocally } from "./local-moving.js";
import { ascendingNodes } from "./node-order.js";
import { refineCommunities } from "./refine-communities.js";
import { splitComponents } from "./split-components.js";

/**
 * Communities of high modularity by Leiden, each of them connected: nodes move to where modularity rises
 * most, each community is split into well-connected parts, each part becomes one node, and so on until
 * every community is one node. Undirected, a tie standing at both of its ends; weights are summed;
 * whoever has no tie is alone. Labels from 0 without gaps, the same ones for the same seed. O(ties) a
 * level, of which some dozens are usual.
 *
 * Traag, Waltman and van Eck (2019), From Louvain to Leiden: guaranteeing well-connected communities.
 */
export function findByLeiden(graph: WeightedGraph, seed: number): Int32Array {
  return clusterInRounds(graph, seed, improve);
}

function improve(reduced: AggregateGraph, start: Int32Array, random: SeededRandom): Round {
  let level: AggregateGraph = reduced;
  /** The node of the level that each of the reduced graph is in. All of its people are connected. */
  let levelOf: Int32Array = ascendingNodes(reduced.nodeCount);
  let labels: Int32Array = start.slice();
  let rise = 0;
  for (;;) {
    rise += moveLocally(level, labels, random);
    const communities = withoutGaps(labels);
    if (communities.count === level.nodeCount) break;
    const parts = refineCommunities(level, communities, random);
    if (parts.count === level.nodeCount) {
      // No node is well connected to another: what is not connected at all falls apart.
      labels = splitComponents(level, communities.labels);
      break;
    }
    level = aggregateGraph(level, parts);
    levelOf = labelsThrough(levelOf, parts.labels);
    labels = labelsOfParts(parts, communities.labels);
  }
  return { labels: labelsThrough(levelOf, labels), rise };
}

/** The community of each part, which is that of its nodes. */
function labelsOfParts({ labels: parts, count }: Labelling, community: Int32Array): Int32Array {
  const result = new Int32Array(count);
  for (let node = 0; node < parts.length; node += 1) result[parts[node]] = community[node];
  return result;
}
