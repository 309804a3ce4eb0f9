import type { FoundHashtag, TextRules } from "../text-rules.js";
import { latinAccents } from "../x/x-text.js";

/** `[[:word:]]` of Ruby. */
const word = "\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}";
/** `Tag::HASHTAG_SEPARATORS` but `_`, which is of a word: `·`, `・` and ZWNJ. */
const separators = "\\u00b7\\u30fb\\u200c";

const run = new RegExp(
  `(?<![=/)\\p{Alphabetic}\\p{Nd}])[#＃]([${word}][${word}${separators}]*)`,
  "gu",
);
const outerSeparators = new RegExp(`(?<![${separators}])[${separators}]+$`, "u");
const firstWord = new RegExp(`^[${word}]+`, "u");
const hasInnerLetter = new RegExp(`^.[^]*[\\p{Alphabetic}_${separators}][^]*.$`, "u");
const hasLetter = /\p{Alphabetic}/u;

const user = "[a-zA-Z0-9_]+(?:[.-]+[a-zA-Z0-9_]+)*";
const host = `[${word}]+(?:[.-]+[${word}]+)*`;

/**
 * Text on Mastodon: `Tag::HASHTAG_RE` and `Account::MENTION_RE` of mastodon/mastodon (app/models/tag.rb,
 * app/models/account.rb), before 4.6. From then on (its pull request 37684) a hashtag must also follow
 * a space; no table tells the server's version, and what was a hashtag when it was posted stays one.
 * A name is `ann`, of the author's own server, or `ann@uni.example`.
 */
export const mastodonText: TextRules = {
  beforeMention: `(?<![=/${word}])`,
  // The lookahead makes the name as long as it can be, whatever follows.
  mention: `@(?=(${user}(?:@${host})?))\\1(?![@＠${latinAccents}]|:\\/\\/)`,
  findHashtags(text) {
    if (!text.includes("#") && !text.includes("＃")) return [];
    const found: FoundHashtag[] = [];
    for (const match of text.matchAll(run)) {
      const name = nameOf(match[1]);
      if (name === undefined) continue;
      found.push({ name, start: match.index, end: match.index + 1 + name.length });
    }
    return found;
  },
};

/**
 * What `HASHTAG_NAME_PAT` takes of a run of letters, digits and separators, without its search for
 * where to stop: the run as far as a word goes, if a letter or separator stands inside; else its
 * first word, if that has a letter.
 */
function nameOf(found: string): string | undefined {
  const whole = found.replace(outerSeparators, "");
  if (hasInnerLetter.test(whole)) return whole;
  const first = firstWord.exec(found)?.[0] ?? "";
  return hasLetter.test(first) ? first : undefined;
}
