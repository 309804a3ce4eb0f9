/** Scripts that put no space between words, where a dictionary must find them. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** A mark belongs to the letter before it: without it a word of Hindi would fall apart. */
const wordRun = /[\p{L}\p{M}\p{N}'_]+/gu;
const typographicApostrophe = /[\u2018\u2019\u02bc\uff07]/gu;
const outerApostrophes = /^'+|'+$/gu;
const longestWord = 60;

// A language by name, so that the machine's own decides nothing; the dictionaries are the same in all.
const segmenter = new Intl.Segmenter("en", { granularity: "word" });

/**
 * The words of a text in order, in the form in which they compare: NFKC, lower case. As in NodeXL,
 * every character but letters, digits, `'` and `_` parts words; a `’` is a `'`, and one at a word's
 * end is a quotation mark. What is longer than 60 characters is no word. Linear in the text.
 */
export function splitWords(text: string): string[] {
  const written = text.normalize("NFKC").replace(typographicApostrophe, "'").toLowerCase();
  return (written.match(wordRun) ?? []).flatMap((run) => {
    const parts = unspaced.test(run) ? segmentsOf(run) : [run];
    return parts.flatMap((part) => {
      const word = part.includes("'") ? part.replace(outerApostrophes, "") : part;
      return word.length > longestWord || !/[\p{L}\p{N}]/u.test(word) ? [] : [word];
    });
  });
}

function segmentsOf(run: string): string[] {
  return Array.from(segmenter.segment(run), ({ segment }) => segment);
}
