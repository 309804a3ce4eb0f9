import { none } from "../model/corpus.js";
import type { Csr } from "../model/csr.js";
import { wordCount, wordOf } from "../text/word-table.js";

/** The words of posts while copies still come in, one list a row. */
export interface WordDrafts {
  /** Takes a copy's words; of two, the longer list stays, of two as long the first in the alphabet. */
  offer(row: number, words: readonly number[]): void;
  /** The lists of these rows, in their order, and the words that are in them, by the alphabet. */
  settle(rows: Int32Array): { readonly lists: Csr; readonly words: readonly string[] };
}

/** No words yet. Offering takes time in proportion to the words. */
export function startWordDrafts(): WordDrafts {
  const start: number[] = [];
  const length: number[] = [];
  let ids = new Int32Array(1024);
  let end = 0;

  const isBefore = (words: readonly number[], row: number): boolean => {
    for (const [at, word] of words.entries()) {
      const other = ids[start[row] + at];
      if (word !== other) return textOf(word) < textOf(other);
    }
    return false;
  };

  return {
    offer(row, words) {
      if (words.length === 0) return;
      const known = length[row] ?? 0;
      if (words.length < known || (words.length === known && !isBefore(words, row))) return;
      if (end + words.length > ids.length) {
        const larger = new Int32Array(2 * (end + words.length));
        larger.set(ids);
        ids = larger;
      }
      // Rows without words keep their place in the columns, which stay without holes.
      while (start.length < row) start.push(0);
      while (length.length < row) length.push(0);
      start[row] = end;
      length[row] = words.length;
      for (const word of words) {
        ids[end] = word;
        end += 1;
      }
    },
    settle(rows) {
      const offsets = new Int32Array(rows.length + 1);
      for (const [at, row] of rows.entries()) offsets[at + 1] = offsets[at] + (length[row] ?? 0);
      const values = new Int32Array(offsets[rows.length]);
      for (const [at, row] of rows.entries()) {
        const from = start[row] ?? 0;
        values.set(ids.subarray(from, from + (length[row] ?? 0)), offsets[at]);
      }
      const words = renumber(values);
      return { lists: { offsets, columns: values }, words };
    },
  };
}

/** Numbers words by the alphabet, those alone that are there: none of a text that another replaced. */
function renumber(values: Int32Array): string[] {
  const count = wordCount();
  const isUsed = new Uint8Array(count);
  for (const id of values) if (id !== none) isUsed[id] = 1;
  const used: { readonly id: number; readonly word: string }[] = [];
  for (let id = 0; id < count; id += 1) if (isUsed[id] === 1) used.push({ id, word: wordOf(id) });
  used.sort((a, b) => (a.word < b.word ? -1 : 1));
  const rankOf = new Int32Array(count);
  for (const [rank, { id }] of used.entries()) rankOf[id] = rank;
  for (let at = 0; at < values.length; at += 1) {
    values[at] = values[at] === none ? none : rankOf[values[at]];
  }
  return used.map(({ word }) => word);
}

function textOf(word: number): string {
  return word === none ? "" : wordOf(word);
}
