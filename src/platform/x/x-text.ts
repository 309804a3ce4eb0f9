import { hashtagJoiners } from "../../model/hashtag.js";
import type { FoundHashtag, TextRules } from "../text-rules.js";

/** Letters with accents after which a name in ASCII is no name. */
export const latinAccents =
  "\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f\\u0253\\u0254\\u0256\\u0257\\u0259\\u025b\\u0263" +
  "\\u0268\\u026f\\u0272\\u0289\\u028b\\u02bb\\u0300-\\u036f\\u1e00-\\u1eff";

const inHashtag = `\\p{L}\\p{M}\\p{Nd}${hashtagJoiners}`;

// A variation selector is a mark, and yet a hashtag may follow it, as it does an emoji.
const run = new RegExp(
  `(?<=^|[\\ufe0e\\ufe0f]|[^${inHashtag}&])[#＃](?![\\ufe0f\\u20e3])([${inHashtag}]+)`,
  "gu",
);
const hasLetter = /[\p{L}\p{M}]/u;
const goesOn = /[#＃]|:\/\//uy;

/**
 * Text on X, by twitter-text 3.1.0 (validHashtag, validMentionOrList, endMentionMatch; the npm package,
 * and a test holds this to it). `@ann/readers` is a list and `@ann@uni.example` an address elsewhere:
 * both mention nobody. Names go to 50 characters where X has 20: some archives hold longer stand-ins.
 */
export const xText: TextRules = {
  beforeMention: "(?<![a-zA-Z0-9_!#$%&*@＠])",
  mention: `[@＠](\\w{1,50})(?![\\w@＠${latinAccents}]|:\\/\\/|\\/[a-zA-Z])`,
  findHashtags(text) {
    const found: FoundHashtag[] = [];
    let previousEnd = -1;
    for (const match of text.matchAll(run)) {
      const isApart = match.index > previousEnd;
      const end = match.index + match[0].length;
      previousEnd = end;
      goesOn.lastIndex = end;
      if (!isApart || !hasLetter.test(match[1]) || goesOn.test(text)) continue;
      found.push({ name: match[1], start: match.index, end });
    }
    return found;
  },
};
