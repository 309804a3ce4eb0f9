import type { Network } from "../model/network.js";

export interface Reciprocity {
  /** Unordered pairs of different people who are linked at all. */
  readonly linkedPairs: number;
  /** Of these, linked both ways. */
  readonly mutualPairs: number;
}

/** Pairs of people and pairs that answer each other. O(ties). */
export function measureReciprocity(network: Network): Reciprocity {
  return reciprocityByGroup(network, new Int32Array(network.nodeCount), 1)[0];
}

/** The same inside of each group, `groupOf` giving a node's, below 0 for none. O(ties + groups). */
export function reciprocityByGroup(
  network: Network,
  groupOf: Int32Array,
  groupCount: number,
): Reciprocity[] {
  const { nodeCount, tieCount, source, target } = network;
  const isInside = (tie: number): boolean =>
    source[tie] !== target[tie] &&
    groupOf[source[tie]] >= 0 &&
    groupOf[source[tie]] === groupOf[target[tie]];
  const ties = new Set<number>();
  for (let tie = 0; tie < tieCount; tie += 1) {
    if (isInside(tie)) ties.add(source[tie] * nodeCount + target[tie]);
  }
  const linkedTies = new Int32Array(groupCount);
  const mutualTies = new Int32Array(groupCount);
  for (const tie of ties) {
    const from = Math.floor(tie / nodeCount);
    const to = tie % nodeCount;
    linkedTies[groupOf[from]] += 1;
    if (ties.has(to * nodeCount + from)) mutualTies[groupOf[from]] += 1;
  }
  return Array.from(linkedTies, (linked, group) => ({
    linkedPairs: linked - mutualTies[group] / 2,
    mutualPairs: mutualTies[group] / 2,
  }));
}
