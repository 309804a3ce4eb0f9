import type { Csr } from "../model/csr.js";

interface PairInput {
  readonly rows: Csr;
  /** The rows that count, those of one group one after the other. */
  readonly order: ArrayLike<number>;
  /** By row. */
  readonly groupOf: ArrayLike<number>;
  /** Column to node; below 0 for what does not count. */
  readonly nodeOf: Int32Array;
  readonly nodeCount: number;
  /** Groups of which a pair needs one or more. */
  readonly isOpen: (group: number) => boolean;
}

export interface Pairs {
  /** `source < target`; by source and then target. */
  readonly source: Int32Array;
  readonly target: Int32Array;
  /** In how many rows both are, and in those of how many groups. */
  readonly rows: Float64Array;
  readonly groups: Int32Array;
}

/**
 * Which nodes stand together in a row, each pair once a row however often they stand there. O(pairs in
 * the rows), and different pairs are sorted.
 */
export function countPairs(input: PairInput): Pairs {
  const { rows, order, groupOf, nodeOf, nodeCount, isOpen } = input;
  const numberOf = new Map<number, number>();
  const keys: number[] = [];
  const count: number[] = [];
  const groups: number[] = [];
  const lastGroup: number[] = [];
  const openGroups: number[] = [];
  const meet = (key: number, group: number): void => {
    let pair = numberOf.get(key);
    if (pair === undefined) {
      pair = keys.length;
      numberOf.set(key, pair);
      keys.push(key);
      count.push(0);
      groups.push(0);
      openGroups.push(0);
      lastGroup.push(-1);
    }
    count[pair] += 1;
    if (lastGroup[pair] === group) return;
    lastGroup[pair] = group;
    groups[pair] += 1;
    if (isOpen(group)) openGroups[pair] += 1;
  };
  for (let at = 0; at < order.length; at += 1) {
    const row = order[at];
    const here = new Set<number>();
    for (let entry = rows.offsets[row]; entry < rows.offsets[row + 1]; entry += 1) {
      const column = rows.columns[entry];
      if (column >= 0 && nodeOf[column] >= 0) here.add(nodeOf[column]);
    }
    const nodes = [...here].sort((a, b) => a - b);
    for (let low = 0; low < nodes.length; low += 1) {
      for (let high = low + 1; high < nodes.length; high += 1) {
        meet(nodes[low] * nodeCount + nodes[high], groupOf[row]);
      }
    }
  }
  const shown = [...keys.keys()]
    .filter((pair) => openGroups[pair] > 0)
    .sort((a, b) => keys[a] - keys[b]);
  return {
    source: Int32Array.from(shown, (pair) => Math.floor(keys[pair] / nodeCount)),
    target: Int32Array.from(shown, (pair) => keys[pair] % nodeCount),
    rows: Float64Array.from(shown, (pair) => count[pair]),
    groups: Int32Array.from(shown, (pair) => groups[pair]),
  };
}
