import { adjustedMutualInformation } from "../../kernel/adjusted-mutual-information.js";

/** So many other seeds show whether communities are there or made by chance. */
const otherSeeds = 10;

/**
 * How far communities agree with those that other seeds find: the mean adjusted mutual information,
 * 1 where all are the same, about 0 where they have no more in common than by chance. `onShare`
 * is told how much of it is done, up to 1. O(runs).
 *
 * Vinh, Epps and Bailey (2010), Information theoretic measures for clusterings comparison.
 */
export function measureCommunityStability(
  community: Int32Array,
  seed: number,
  find: (seed: number) => Int32Array,
  onShare: (share: number) => void,
): number {
  let sum = 0;
  for (let run = 1; run <= otherSeeds; run += 1) {
    sum += adjustedMutualInformation(community, find(seed + run));
    onShare(run / otherSeeds);
  }
  return sum / otherSeeds;
}
