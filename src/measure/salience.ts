import type { ItemUse } from "./item-uses.js";

export interface SalienceBasis {
  /** All words that are no stop words. */
  readonly words: number;
  /** All posts. */
  readonly documents: number;
}

/** How much a word or a pair tells of some of the posts: count / all words × log10(posts / posts with it). */
export function salienceOf(use: ItemUse, { words, documents }: SalienceBasis): number {
  return (use.count / words) * Math.log10(documents / use.documents);
}

/** The ends of each pair, by its number. */
export interface PairEnds {
  readonly first: Int32Array;
  readonly second: Int32Array;
}

/**
 * For each pair, how much more often it stands than chance would put its words together:
 * log10(P(xy) / (P(x·) P(·y))), over counts of pairs. Takes all pairs that are used. O(pairs).
 */
export function mutualInformation(
  uses: readonly ItemUse[],
  { first, second }: PairEnds,
): ReadonlyMap<number, number> {
  const asFirst = new Map<number, number>();
  const asSecond = new Map<number, number>();
  let pairs = 0;
  for (const { item, count } of uses) {
    pairs += count;
    asFirst.set(first[item], count + (asFirst.get(first[item]) ?? 0));
    asSecond.set(second[item], count + (asSecond.get(second[item]) ?? 0));
  }
  return new Map(
    uses.map(({ item, count }) => {
      const byChance =
        ((asFirst.get(first[item]) ?? count) * (asSecond.get(second[item]) ?? count)) / pairs;
      return [item, Math.log10(count / byChance)];
    }),
  );
}
