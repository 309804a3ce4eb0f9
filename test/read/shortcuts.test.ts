import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normaliseHashtag, plainHashtag } from "../../src/model/hashtag.js";
import { parsedHtml, readHtml } from "../../src/platform/html-text.js";
import { parsedAddress, webAddress } from "../../src/platform/web-address.js";
import { readWords, wordsByPatterns } from "../../src/read/read-words.js";
import { stopWordsOf } from "../../src/read/stop-words.js";
import { parseUtcTime } from "../../src/read/utc-time.js";
import { asciiWords } from "../../src/text/ascii-words.js";
import { takenOut } from "../../src/text/words.js";
import { cases } from "../support/cases.js";
import { wordsOfNumbers } from "../support/words-of-numbers.js";

/** A text of these pieces, in any order. */
function textOf(pieces: readonly string[]): fc.Arbitrary<string> {
  const piece = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...pieces) },
    { weight: 1, arbitrary: fc.string({ unit: "grapheme-ascii" }) },
    { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
  );
  return fc.array(piece, { maxLength: 12 }).map((some) => some.join(""));
}

describe("what is read without a parser", () => {
  test("are the words that the patterns find, in any text", () => {
    const words =
      "a the Don't '' 's _ my_data 2nd # #MedEd #12 #1_ & / @ada d@e.example : :smile: now: http:// www. wWw.x . , - ' é ſ ＃x K".split(
        " ",
      );
    const long = `${"ab'".repeat(20)}`;
    const pieces = [
      ...words,
      " ",
      " ",
      "\n",
      takenOut,
      `#x${takenOut}`,
      long,
      `${long}c`,
      "\u0001",
    ];
    let short = 0;
    fc.assert(
      fc.property(textOf(pieces), fc.constantFrom("en", "de"), (text, language) => {
        const stopWords = stopWordsOf(language);
        const found = asciiWords(text, stopWords);
        if (found !== undefined && found.length > 0) short += 1;
        expect(wordsOfNumbers(readWords(text, stopWords))).toEqual(
          wordsByPatterns(text, stopWords),
        );
      }),
      { numRuns: cases(20_000) },
    );
    expect(short).toBeGreaterThan(cases(1000));
  });

  test("is the text that the parser finds, in any HTML", () => {
    const pieces = [
      "<p>",
      "</p>",
      "<br>",
      "<br/>",
      "<br />",
      "a b",
      " ",
      "\n",
      "<P>",
      "<p >",
      "&amp;",
    ];
    const more = [
      "RE: https://b.example/1",
      ">",
      "<",
      "</br>",
      "<p>one</p>",
      "<p>two<br>three</p>",
    ];
    fc.assert(
      fc.property(textOf([...pieces, ...more]), (html) => {
        expect(readHtml(html)).toEqual(parsedHtml(html));
      }),
      { numRuns: cases(4000) },
    );
  });

  test("is the address that the parser gives, in any text", () => {
    const pieces =
      "https:// http:// a.example med.example ab--c.example xn--bcher-kva.example -x. 1.2.3.4 x.1 / @ada .. . %2E ~ + : 443 ? # \\ A é".split(
        " ",
      );
    fc.assert(
      fc.property(textOf(pieces), (text) => {
        for (const written of [text, `https://${text}`, `https://a.example/${text}`]) {
          expect(webAddress(written)).toBe(parsedAddress(written));
        }
      }),
      { numRuns: cases(8000) },
    );
    expect(webAddress("https://med.example/@ada/1")).toBe("https://med.example/@ada/1");
  });

  test("is the time that the parser gives, or is left to it", () => {
    const digits = (width: number) =>
      fc.nat({ max: 10 ** width - 1 }).map((part) => String(part).padStart(width, "0"));
    const usual = fc
      .tuple(digits(4), ...Array.from({ length: 5 }, () => digits(2)), digits(3))
      .map(([year, month, day, hour, minute, second, ms]) => {
        return `${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}Z`;
      });
    const real = fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
    fc.assert(
      fc.property(fc.oneof(usual, real, fc.string({ minLength: 24, maxLength: 24 })), (written) => {
        const time = parseUtcTime(written);
        if (time !== undefined) expect(time).toBe(Date.parse(written));
      }),
      { numRuns: cases(4000) },
    );
    expect(parseUtcTime("2026-03-05T14:41:59.279Z")).toBe(Date.UTC(2026, 2, 5, 14, 41, 59, 279));
  });

  test("is the hashtag that letters of any script fold to", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\w+$/), (written) => {
        expect(normaliseHashtag(written)).toBe(plainHashtag(written));
      }),
    );
  });
});
