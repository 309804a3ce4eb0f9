import { foldedLetters } from "../text/folded-letters.js";

/**
 * Signs that may stand inside a hashtag beside letters and digits, as a set of a pattern: `_`, ZWNJ and ZWJ,
 * maqaf, tilde, the dots of Japanese, tsek, `·`. On X all of them do (hashtagSpecialChars of twitter-text 3.1.0).
 */
export const hashtagJoiners =
  "_\\u200c\\u200d\\ua67e\\u05be\\u05f3\\u05f4\\uff5e\\u301c\\u309b\\u309c\\u30a0\\u30fb\\u3003\\u0f0b\\u0f0c\\u00b7";

const oneHashtag = new RegExp(
  `^[\\p{L}\\p{M}\\p{N}\\p{Extended_Pictographic}\\p{RI}${hashtagJoiners}]+$`,
  "u",
);

const foldable = /[×ß-öø-ž]/gu;
const mark = /\p{M}/gu;
/** What a hashtag is not made of; the vowel shorteners and tones of Thai are, and what joins words. */
const foreign = /[^\p{Alphabetic}\p{Nd}\u0e47-\u0e4e_·・\u200c]/gu;
const word = /^\w+$/;
const plainAscii = /^[a-z0-9_]*$/u;

/**
 * The form in which hashtags compare, without the leading `#`: as Mastodon folds the names of its own
 * (app/lib/hashtag_normalizer.rb and ascii_folding.rb of mastodon/mastodon 4.5, with the letters of the gem
 * i18n), so that its posts meet those of servers that do not fold, and as X's search finds them. NFKC;
 * lower case; Latin letters without their accents, `ß` as `ss`, both Turkish i as `i`; then nothing but
 * letters, digits, `_`, `·`, `・` and ZWNJ, so that viramas and ZWJ are gone. One thing more: `ς` is `σ`,
 * since Ruby writes a capital one so. A hashtag of other signs alone is only lower case. Idempotent.
 */
export function normaliseHashtag(written: string): string {
  if (word.test(written)) return written.toLowerCase();
  const plain = plainHashtag(written);
  if (plainAscii.test(plain)) return plain;
  const folded = plain
    .replace(
      foldable,
      (letter) => foldedLetters[letter] ?? letter.normalize("NFD").replace(mark, ""),
    )
    .replaceAll("ς", "σ")
    .replace(foreign, "")
    .normalize("NFKC");
  return folded === "" ? plain : folded;
}

/**
 * A hashtag as one asks a search for it, or names a folder after it: NFKC, lower case, without the
 * leading `#`, but with all its letters.
 */
export function plainHashtag(written: string): string {
  return written.normalize("NFKC").trim().replace(/^#+/u, "").toLowerCase();
}

/** Whether this is one hashtag of any platform, without `#`, and nothing beside it. */
export function isHashtag(written: string): boolean {
  return oneHashtag.test(written);
}
