import type { FoundHashtag, TextRules } from "../text-rules.js";

/** Spaces that cannot be seen end a hashtag. */
const unseen = "\\u00ad\\u2060\\u200a-\\u200d\\u20e2";
const run = new RegExp(`(?<=^|\\s)[#＃](?!\\ufe0f)([^\\s${unseen}]+)`, "gu");
const hasName = /[^\d\p{P}]/u;
const trailing = /(?<!\p{P})\p{P}+$/u;

/**
 * Text on Bluesky, by the facets that @atproto/api 0.21.0 finds (rich-text/util.ts, detection.ts): a
 * hashtag is all up to the next space, without punctuation at its end; a handle is a domain, and holds
 * a dot.
 */
export const blueskyText: TextRules = {
  beforeMention: "(?<=^|[\\s(])",
  mention: "@([a-zA-Z0-9-]+(?:\\.[a-zA-Z0-9-]+)*\\.[a-zA-Z]{2,})(?![a-zA-Z0-9_])",
  findHashtags(text) {
    const found: FoundHashtag[] = [];
    for (const match of text.matchAll(run)) {
      const name = match[1].replace(trailing, "");
      if (!hasName.test(match[1]) || name === "" || [...name].length > 64) continue;
      found.push({ name, start: match.index, end: match.index + 1 + name.length });
    }
    return found;
  },
};
