import { none } from "../../model/corpus.js";
import type { Csr } from "../../model/csr.js";
import type { ItemUses } from "./item-uses.js";

interface SalienceBasis {
  /** All words that are no stop words. */
  readonly words: number;
  /** All posts. */
  readonly documents: number;
}

/** How much a word or a pair tells of some of the posts: count / all words × log10(posts / posts with it). */
export function salienceOf(
  item: number,
  { count, documents }: Pick<ItemUses, "count" | "documents">,
  basis: SalienceBasis,
): number {
  return (count[item] / basis.words) * Math.log10(basis.documents / documents[item]);
}

/** Words, and pairs of them that are next to each other. */
export interface WordsAndPairs {
  readonly words: Csr;
  /** The ends of each pair, by its number. */
  readonly first: Int32Array;
  readonly second: Int32Array;
}

/**
 * Of each of these pairs, how much more often it stands in these posts than chance would put its words
 * together: log10(P(xy) / (P(x·) P(·y))), over the counts of all pairs. `count` is by pair.
 * O(words in the posts).
 */
export function mutualInformation(
  pairs: readonly number[],
  count: Int32Array,
  posts: Int32Array,
  { words, first, second }: WordsAndPairs,
): number[] {
  const asFirst = new Map(pairs.map((pair) => [first[pair], 0]));
  const asSecond = new Map(pairs.map((pair) => [second[pair], 0]));
  const { offsets, columns: values } = words;
  let all = 0;
  for (const post of posts) {
    for (let at = offsets[post]; at + 1 < offsets[post + 1]; at += 1) {
      if (values[at] === none || values[at + 1] === none) continue;
      all += 1;
      addOne(asFirst, values[at]);
      addOne(asSecond, values[at + 1]);
    }
  }
  return pairs.map((pair) => {
    const byChance = ((asFirst.get(first[pair]) ?? 0) * (asSecond.get(second[pair]) ?? 0)) / all;
    return Math.log10(count[pair] / byChance);
  });
}

/** Where the word is one of those that are asked for. */
function addOne(counts: Map<number, number>, word: number): void {
  const known = counts.get(word);
  if (known !== undefined) counts.set(word, known + 1);
}
