import type { CompactGraph } from "../../kernel/compact-graph.js";

export interface Reciprocity {
  /** Unordered pairs of different people who are linked at all. */
  readonly linkedPairs: number;
  /** Of these, linked both ways. */
  readonly mutualPairs: number;
}

/** A network's ties, without those to oneself, along their direction and against it. */
export interface BothWays {
  readonly outward: CompactGraph;
  readonly inward: CompactGraph;
}

/** Pairs of people and pairs that answer each other. O(people + ties). */
export function measureReciprocity(ties: BothWays): Reciprocity {
  return reciprocityByGroup(ties, new Int32Array(ties.outward.nodeCount), 1)[0];
}

/**
 * The same inside of each group, `groupOf` giving a node's, below 0 for none. O(people + ties +
 * groups).
 */
export function reciprocityByGroup(
  { outward, inward }: BothWays,
  groupOf: Int32Array,
  groupCount: number,
): Reciprocity[] {
  const linkedTies = new Int32Array(groupCount);
  const mutualTies = new Int32Array(groupCount);
  // The last node that engaged each one within its group: nothing needs to be cleared between.
  const engagedBy = new Int32Array(outward.nodeCount).fill(-1);
  for (let node = 0; node < outward.nodeCount; node += 1) {
    const group = groupOf[node];
    if (group < 0) continue;
    for (let at = outward.offsets[node]; at < outward.offsets[node + 1]; at += 1) {
      const other = outward.columns[at];
      if (groupOf[other] !== group) continue;
      linkedTies[group] += 1;
      engagedBy[other] = node;
    }
    for (let at = inward.offsets[node]; at < inward.offsets[node + 1]; at += 1) {
      if (engagedBy[inward.columns[at]] === node) mutualTies[group] += 1;
    }
  }
  return Array.from(linkedTies, (linked, group) => ({
    linkedPairs: linked - mutualTies[group] / 2,
    mutualPairs: mutualTies[group] / 2,
  }));
}
