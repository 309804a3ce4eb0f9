import { none } from "../../model/corpus.js";
import { type Csr, sortByTwo } from "../../model/csr.js";

/** Pairs of adjacent words, numbered by first word and then second. */
interface WordPairs {
  /** One a word, in the order of the text: the pair it begins, or `none`. */
  readonly rows: Csr;
  readonly first: Int32Array;
  readonly second: Int32Array;
}

/** The pairs of words that are next to each other so often or more. O(words). */
export function pairWords(words: Csr, wordCount: number, leastTimes: number): WordPairs {
  const { offsets, columns: values } = words;
  const starts = sortByTwo(
    { first: values, second: values.subarray(1) },
    wordCount,
    startsOfPairs(words),
  );
  const pairOf = new Int32Array(values.length).fill(none);
  const first: number[] = [];
  const second: number[] = [];
  let from = 0;
  while (from < starts.length) {
    const start = starts[from];
    let to = from + 1;
    while (to < starts.length && isSamePair(values, starts[to], start)) to += 1;
    if (to - from >= leastTimes) {
      for (let at = from; at < to; at += 1) pairOf[starts[at]] = first.length;
      first.push(values[start]);
      second.push(values[start + 1]);
    }
    from = to;
  }
  return {
    rows: { offsets, columns: pairOf },
    first: Int32Array.from(first),
    second: Int32Array.from(second),
  };
}

function startsOfPairs({ offsets, columns: values }: Csr): Int32Array {
  const starts = new Int32Array(values.length);
  let count = 0;
  for (let post = 0; post + 1 < offsets.length; post += 1) {
    for (let at = offsets[post]; at + 1 < offsets[post + 1]; at += 1) {
      if (values[at] === none || values[at + 1] === none) continue;
      starts[count] = at;
      count += 1;
    }
  }
  return starts.subarray(0, count);
}

function isSamePair(values: Int32Array, a: number, b: number): boolean {
  return values[a] === values[b] && values[a + 1] === values[b + 1];
}
