import { expect, test } from "vitest";
import { startItemCounter } from "../../src/measure/text/item-uses.js";
import { mutualInformation, salienceOf } from "../../src/measure/text/salience.js";
import { pairWords } from "../../src/measure/text/word-pairs.js";
import type { Csr } from "../../src/model/csr.js";

import { readWords } from "../../src/read/read-words.js";
import { wordsOfNumbers } from "../support/words-of-numbers.js";

const stopWords = new Set(["the", "is"]);
const texts = ["The quick fox is brown", "The Quick Fox jumps over"];

/** The words of each text as numbers. */
function wordsOf(lists: readonly (readonly string[])[]): { names: string[]; rows: Csr } {
  const names = [...new Set(lists.flat())].sort();
  const offsets = Int32Array.from([0, ...lists.keys()], (_, at) =>
    lists.slice(0, at).reduce((sum, list) => sum + list.length, 0),
  );
  const values = Int32Array.from(lists.flat(), (word) => names.indexOf(word));
  return { names, rows: { offsets, columns: values } };
}

test("salience weighs uses by the posts that hold the word, however often one repeats it", () => {
  // Two uses of ten words, both in one post of four: 2/10 · log10(4/1).
  const uses = { count: Int32Array.of(2), documents: Int32Array.of(1) };
  const salience = salienceOf(0, uses, { words: 10, documents: 4 });
  expect(salience).toBeCloseTo(0.2 * Math.log10(4), 12);
});

test("words on two sides of one that does not count are no pair", () => {
  const words = { offsets: Int32Array.of(0, 3), columns: Int32Array.of(0, -1, 1) };
  const pair = { words, first: Int32Array.of(0), second: Int32Array.of(1) };
  const once = Int32Array.of(1);
  // Neither stands in a pair: nothing is expected by chance of nothing.
  expect(mutualInformation([0], once, Int32Array.of(0), pair)).toEqual([Number.NaN]);
});

test("words and pairs have the counts, salience and mutual information that NodeXL prints", () => {
  const { names, rows } = wordsOf(texts.map((text) => wordsOfNumbers(readWords(text, stopWords))));
  const people = { author: Int32Array.of(0, 1), withheld: Uint8Array.of(0, 0) };
  const posts = Int32Array.of(0, 1);
  const basis = { words: rows.columns.length, documents: 2 };
  const words = startItemCounter({ rows, itemCount: names.length, ...people }).over(posts, (uses) =>
    uses.items.map((item) => [
      names[item],
      [uses.count[item], salienceOf(item, uses, basis).toFixed(3)],
    ]),
  );
  expect(Object.fromEntries(words)).toEqual({
    quick: [2, "0.000"],
    fox: [2, "0.000"],
    brown: [1, "0.043"],
    jumps: [1, "0.043"],
    over: [1, "0.043"],
  });
  const ends = pairWords(rows, names.length, 1);
  const counter = startItemCounter({ rows: ends.rows, itemCount: ends.first.length, ...people });
  const pairs = counter.over(posts, (uses) => {
    const information = mutualInformation(uses.items, uses.count, posts, {
      words: rows,
      ...ends,
    });
    return uses.items.map((item, at) => [
      `${names[ends.first[item]]} ${names[ends.second[item]]}`,
      [uses.count[item], salienceOf(item, uses, basis).toFixed(3), information[at].toFixed(3)],
    ]);
  });
  expect(Object.fromEntries(pairs)).toEqual({
    "quick fox": [2, "0.000", "0.398"],
    "fox brown": [1, "0.043", "0.398"],
    "fox jumps": [1, "0.043", "0.398"],
    "jumps over": [1, "0.043", "0.699"],
  });
});
