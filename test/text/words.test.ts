import fc from "fast-check";
import { expect, test } from "vitest";
import { splitWords } from "../../src/text/words.js";

/** The words of a text as its own docstring says, for texts without scripts that have no spaces. */
function specified(text: string): string[] {
  const runs = text.toLowerCase().match(/[\p{L}\p{M}\p{N}'_]+/gu) ?? [];
  return runs
    .filter((run) => run.length <= 60)
    .map((run) => run.replace(/^'+|'+$/gu, ""))
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
}

test("a text of ASCII alone is split as any other text is", () => {
  const letters = fc.constantFrom(..."abcXYZ019_'  \n.,-@#:/");
  const texts = fc.oneof(
    fc.string({ unit: "grapheme-ascii", maxLength: 200 }),
    fc.string({ unit: letters, maxLength: 200 }),
  );
  fc.assert(
    fc.property(texts, (text) => {
      expect(splitWords(text)).toEqual(specified(text));
    }),
  );
});

test("one letter beyond ASCII changes none of the other words", () => {
  const plain = "It's a well_known 'fact' of 2026, isn't it";
  expect(splitWords(`${plain} é`)).toEqual([...splitWords(plain), "é"]);
});
