import { none, type RowLists } from "../model/corpus.js";

/** Pairs of adjacent words, numbered by first word and then second. */
export interface WordPairs {
  /** Each post's pairs, in the order of its text. */
  readonly rows: RowLists;
  readonly first: Int32Array;
  readonly second: Int32Array;
}

/** The pairs of words that are next to each other, ordered. O(words log words). */
export function pairWords({ offsets, values }: RowLists, wordCount: number): WordPairs {
  const keys = new Float64Array(values.length);
  const ends = new Int32Array(offsets.length);
  let count = 0;
  for (let post = 0; post + 1 < offsets.length; post += 1) {
    for (let at = offsets[post]; at + 1 < offsets[post + 1]; at += 1) {
      if (values[at] === none || values[at + 1] === none) continue;
      keys[count] = values[at] * wordCount + values[at + 1];
      count += 1;
    }
    ends[post + 1] = count;
  }
  const used = keys.subarray(0, count);
  const different = withoutRepeats(used.slice().sort());
  return {
    rows: { offsets: ends, values: Int32Array.from(used, (key) => placeOf(key, different)) },
    first: Int32Array.from(different, (key) => Math.floor(key / wordCount)),
    second: Int32Array.from(different, (key) => key % wordCount),
  };
}

function withoutRepeats(sorted: Float64Array): Float64Array {
  return sorted.filter((key, at) => at === 0 || sorted[at - 1] !== key);
}

function placeOf(key: number, sorted: Float64Array): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
