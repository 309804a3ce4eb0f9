import type { CompactGraph } from "../../kernel/compact-graph.js";
import { none } from "../../model/corpus.js";
import type { Partition } from "./communities.js";

const fewestContacts = 3;
const topCount = 5;

/**
 * Each community's people who reach furthest: by the other communities in which they have three
 * contacts or more, as the list of bridges asks for, then by contacts in other communities, then by
 * node. Nobody without one such community. Contacts are different people, whoever acted: neighbours in the
 * undirected graph. O(people + ties).
 */
export function findBridges(graph: CompactGraph, partition: Partition): number[][] {
  const { communities, contacts } = countOutside(graph, partition);
  const bridges: number[][] = Array.from({ length: partition.count }, () => []);
  for (const [node, community] of partition.of.entries()) {
    if (communities[node] > 0 && community !== none) bridges[community].push(node);
  }
  return bridges.map((nodes) =>
    nodes
      .sort((a, b) => communities[b] - communities[a] || contacts[b] - contacts[a] || a - b)
      .slice(0, topCount),
  );
}

/** Of each node: other communities with three contacts or more, and contacts outside of its own. */
interface Outside {
  readonly communities: Int32Array;
  readonly contacts: Int32Array;
}

function countOutside(
  { nodeCount, offsets, columns: neighbour }: CompactGraph,
  partition: Partition,
): Outside {
  const communities = new Int32Array(nodeCount);
  const contacts = new Int32Array(nodeCount);
  const contactsIn = new Int32Array(partition.count - none);
  for (let node = 0; node < nodeCount; node += 1) {
    const [start, end] = [offsets[node], offsets[node + 1]];
    for (let tie = start; tie < end; tie += 1) {
      const community = partition.of[neighbour[tie]];
      if (community === partition.of[node]) continue;
      contacts[node] += 1;
      contactsIn[community - none] += 1;
      if (contactsIn[community - none] === fewestContacts) communities[node] += 1;
    }
    for (let tie = start; tie < end; tie += 1) {
      contactsIn[partition.of[neighbour[tie]] - none] = 0;
    }
  }
  return { communities, contacts };
}
