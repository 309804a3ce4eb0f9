import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isHashtag, normaliseHashtag, plainHashtag } from "../../src/model/hashtag.js";
import { cases } from "../support/cases.js";

test.each([
  "MedEd",
  "آموزش\u200cپزشکی",
  "医学・教育",
  "🎉",
  "2026",
])("%s is one hashtag", (written) => {
  expect(isHashtag(written)).toBe(true);
});

test.each(["two words", "a#b", "", "a)", 'a"', "covid-19"])("%s is none", (written) => {
  expect(isHashtag(written)).toBe(false);
});

describe("hashtags compare", () => {
  /** What Mastodon's HashtagNormalizer makes of them, as it ran on Ruby 3.1 with i18n 1.10. */
  test.each([
    ["Pédagogie", "pedagogie"],
    ["ÉDUCATION", "education"],
    ["cafe\u0301", "cafe"],
    ["ＭｅｄＥｄ", "meded"],
    ["ｶﾞｲﾄﾞ", "ガイド"],
    ["हिन्दी", "हिनदी"],
    ["ไทยนี้", "ไทยนี้"],
    ["İSTANBUL", "istanbul"],
    ["IĞDIR", "igdir"],
    ["ığdır", "igdir"],
    ["groß", "gross"],
    ["Œuvre", "oeuvre"],
    ["Ænima", "aenima"],
    ["آموزش\u200cپزشکی", "آموزش\u200cپزشکی"],
    ["医学・教育", "医学・教育"],
    ["col·legi", "col·legi"],
    ["a\u200db", "ab"],
    ["C++", "c"],
  ])("%s as %s, as on Mastodon", (written, folded) => {
    expect(normaliseHashtag(written)).toBe(folded);
    expect(normaliseHashtag(`#${written}`)).toBe(folded);
  });

  test("with one sigma, whichever a language writes at the end of a word", () => {
    expect(normaliseHashtag("ΟΔΟΣ")).toBe(normaliseHashtag("οδος"));
  });

  test("as they are where nothing would be left", () => {
    expect(normaliseHashtag("#🎉")).toBe("🎉");
  });

  test("the same when they are folded twice", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (written) => {
        const folded = normaliseHashtag(written);
        expect(normaliseHashtag(folded)).toBe(folded);
        expect(normaliseHashtag(plainHashtag(written))).toBe(folded);
      }),
      { numRuns: cases(2000) },
    );
  });
});
