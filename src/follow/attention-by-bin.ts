import type { BinnedActs } from "./binned-acts.js";

/**
 * How many different people engaged an account in each bin of the collection, the oldest first. What
 * is older than the collection is left out.
 */
export function attentionByBin(account: number, attention: BinnedActs, bins: number): number[] {
  const { offsets, bin, groups } = attention;
  const counts = new Array<number>(bins).fill(0);
  for (let group = offsets[account]; group < offsets[account + 1]; group += 1) {
    if (bin[group] < bins) counts[bins - 1 - bin[group]] = groups[group + 1] - groups[group];
  }
  return counts;
}
