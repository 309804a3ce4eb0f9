/** Scripts that put no space between words, where a dictionary must find them. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** A mark belongs to the letter before it: without it a word of Hindi would fall apart. */
const wordRun = /[\p{L}\p{M}\p{N}'_]+/gu;
/** The same of a text of ASCII alone, several times as fast. */
const asciiRun = /[a-z0-9'_]+/g;
const typographicApostrophe = /[\u2018\u2019\u02bc\uff07]/gu;
const outerApostrophes = /^'+|'+$/gu;
/** Of which nothing is to be normalised. */
const ascii = /^[\x20-\x7e\s]*$/u;
/** Soft hyphens, joiners and marks of direction stand inside words and are not seen. */
const unseen = /[\u00ad\u200c-\u200f\u2060\ufeff]/gu;
const hasLetter = /[\p{L}\p{N}]/u;
const asciiLetter = /[a-z0-9]/;
export const longestWord = 60;
/** Looking words up takes time in the square of a run; no sentence goes on so long without a stop. */
const longestRun = 200;

// A language by name, so that the machine's own decides nothing; the dictionaries are the same in all.
const segmenter = new Intl.Segmenter("en", { granularity: "word" });

/**
 * The words of a text in order, in the form in which they compare: NFKC, lower case. As in NodeXL,
 * every character but letters, digits, `'` and `_` parts words; a `’` is a `'`, and one at a word's
 * end is a quotation mark; soft hyphens and joiners, which are not seen, are passed over. What is longer than 60 characters is no word. Linear in the text.
 */
export function splitWords(text: string): string[] {
  const isPlain = ascii.test(text);
  const written = (
    isPlain ? text : text.normalize("NFKC").replace(unseen, "").replace(typographicApostrophe, "'")
  ).toLowerCase();
  const runs = written.match(isPlain ? asciiRun : wordRun) ?? [];
  const parts = !isPlain && unspaced.test(written) ? runs.flatMap(segmentsOf) : runs;
  const words: string[] = [];
  for (const part of parts) {
    if (part.length > longestWord) continue;
    const word = part.includes("'") ? part.replace(outerApostrophes, "") : part;
    if ((isPlain ? asciiLetter : hasLetter).test(word)) words.push(word);
  }
  return words;
}

/** A run of one script with spaces is a word as it stands: a dictionary would part `don't` or `a_b`. */
function segmentsOf(run: string): string[] {
  if (!unspaced.test(run)) return [run];
  const segments: string[] = [];
  for (let from = 0; from < run.length; from += longestRun) {
    const piece = run.slice(from, from + longestRun);
    for (const { segment } of segmenter.segment(piece)) segments.push(segment);
  }
  return segments;
}

/** Stands in a text where a reader has taken out a name or a hashtag. */
export const takenOut = "\ufffc";
