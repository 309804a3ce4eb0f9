import type { CompactGraph } from "../../kernel/compact-graph.js";
import type { Activity } from "../../model/activity.js";
import { none } from "../../model/corpus.js";
import type { CommunityMeasures, Measures } from "../../model/measures.js";
import type { Network } from "../../model/network.js";
import { type BothWays, reciprocityByGroup } from "../network/reciprocity.js";
import type { Degrees } from "../node/degree.js";
import { measureTopItems, type TopItemsInput } from "../text/top-items.js";
import { findBridges } from "./bridges.js";
import type { Partition } from "./communities.js";

/** Of the network, its ties both ways. */
interface CommunityInput extends TopItemsInput, BothWays {
  /** The same, regardless of direction. */
  readonly graph: CompactGraph;
  readonly degrees: Degrees;
  readonly activity: Activity;
}

const topCount = 10;

/**
 * What each community is made of, in the partition's order, and what everybody posts. O(people + ties) and what
 * `measureTopItems` takes.
 */
export function measureCommunities(
  input: CommunityInput,
): Pick<Measures, "communities" | "topItems"> {
  const { network, partition, degrees, activity } = input;
  const members: number[][] = Array.from({ length: partition.count }, () => []);
  for (const [node, community] of partition.of.entries()) {
    if (community !== none) members[community].push(node);
  }
  const ties = countTies(network, partition);
  const reciprocities = reciprocityByGroup(input, partition.of, partition.count);
  const { everybody, communities } = measureTopItems(input);
  const bridges = findBridges(input.graph, partition);
  const measured = members.map((nodes, community): CommunityMeasures => {
    const size = nodes.length;
    const { linkedPairs, mutualPairs } = reciprocities[community];
    return {
      members: Int32Array.from(nodes),
      posts: nodes.reduce((sum, node) => sum + activity.posts[network.account[node]], 0),
      density: size < 2 ? undefined : ties.different[community] / (size * (size - 1)),
      reciprocity: linkedPairs === 0 ? undefined : mutualPairs / linkedPairs,
      edgesInside: ties.inside[community],
      edgesIn: ties.in[community],
      edgesOut: ties.out[community],
      topPeople: [...nodes]
        .sort(
          (a, b) =>
            degrees.inDegree[b] - degrees.inDegree[a] ||
            degrees.inStrength[b] - degrees.inStrength[a] ||
            a - b,
        )
        .slice(0, topCount),
      bridges: bridges[community],
      ...communities[community],
    };
  });
  return { communities: measured, topItems: everybody.items };
}

function countTies(network: Network, partition: Partition) {
  const counts = {
    inside: new Int32Array(partition.count),
    different: new Int32Array(partition.count),
    in: new Int32Array(partition.count),
    out: new Int32Array(partition.count),
  };
  for (let tie = 0; tie < network.tieCount; tie += 1) {
    const from = partition.of[network.source[tie]];
    const to = partition.of[network.target[tie]];
    if (from === to && from !== none) {
      counts.inside[from] += 1;
      if (network.source[tie] !== network.target[tie]) counts.different[from] += 1;
    } else if (from !== to) {
      if (from !== none) counts.out[from] += 1;
      if (to !== none) counts.in[to] += 1;
    }
  }
  return counts;
}
