import type { Network } from "../model/network.js";

export interface Reciprocity {
  /** Unordered pairs of different people who are linked at all. */
  readonly linkedPairs: number;
  /** Of these, linked both ways. */
  readonly mutualPairs: number;
}

/** Pairs of people and pairs that answer each other, among the ties that `counts` lets through. */
export function measureReciprocity(
  network: Network,
  counts: (tie: number) => boolean = () => true,
): Reciprocity {
  const { nodeCount, tieCount, source, target } = network;
  const ties = new Set<number>();
  for (let tie = 0; tie < tieCount; tie += 1) {
    if (source[tie] !== target[tie] && counts(tie)) ties.add(source[tie] * nodeCount + target[tie]);
  }
  let mutualTies = 0;
  for (const tie of ties) {
    const from = Math.floor(tie / nodeCount);
    if (ties.has((tie % nodeCount) * nodeCount + from)) mutualTies += 1;
  }
  return { linkedPairs: ties.size - mutualTies / 2, mutualPairs: mutualTies / 2 };
}
