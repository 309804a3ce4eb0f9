import { wordOf } from "../../src/text/word-table.js";

/** What is read of a text, as words again; an empty one where words are no pair. */
export function wordsOfNumbers(numbers: readonly number[]): string[] {
  return numbers.map((number) => (number < 0 ? "" : wordOf(number)));
}
