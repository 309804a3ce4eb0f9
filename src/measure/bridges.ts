import { none } from "../model/corpus.js";
import type { Network } from "../model/network.js";
import type { Partition } from "./communities.js";

const fewestContacts = 3;
const topCount = 5;

/**
 * Each community's people who reach furthest: by the other communities in which they have three
 * contacts or more, as the list of bridges asks for, then by contacts in other communities, then by
 * node. Nobody without one such community. Contacts are different people, whoever acted. O(ties).
 */
export function findBridges(network: Network, partition: Partition): number[][] {
  const contacts = countContacts(network, partition);
  const bridges: number[][] = Array.from({ length: partition.count }, () => []);
  const reach = contacts.map((counts, node) => {
    const outside = [...counts].filter(([community]) => community !== partition.of[node]);
    return {
      communities: outside.filter(([, count]) => count >= fewestContacts).length,
      contacts: outside.reduce((sum, [, count]) => sum + count, 0),
    };
  });
  for (const [node, { communities }] of reach.entries()) {
    if (communities > 0 && partition.of[node] !== none) bridges[partition.of[node]].push(node);
  }
  return bridges.map((nodes) =>
    nodes
      .sort(
        (a, b) =>
          reach[b].communities - reach[a].communities ||
          reach[b].contacts - reach[a].contacts ||
          a - b,
      )
      .slice(0, topCount),
  );
}

/** By node: how many people of each community it has to do with. */
function countContacts(network: Network, partition: Partition): Map<number, number>[] {
  const contacts: Map<number, number>[] = Array.from(
    { length: network.nodeCount },
    () => new Map(),
  );
  const pairs = new Set<number>();
  const add = (node: number, other: number): void => {
    const community = partition.of[other];
    contacts[node].set(community, (contacts[node].get(community) ?? 0) + 1);
  };
  for (let tie = 0; tie < network.tieCount; tie += 1) {
    const source = network.source[tie];
    const target = network.target[tie];
    const pair = Math.min(source, target) * network.nodeCount + Math.max(source, target);
    if (source === target || pairs.has(pair)) continue;
    pairs.add(pair);
    add(source, target);
    add(target, source);
  }
  return contacts;
}
