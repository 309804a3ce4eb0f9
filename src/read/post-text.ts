import { type TextPlatform, type TextRules, textRules } from "../platform/text-rules.js";
import { isDigest } from "./digest-text.js";

/** What the words of a post do, where nothing but its text was kept. */
export interface PostText {
  /** Names, each once, in order; of Mastodon with the server where one is written. */
  readonly reposted: readonly string[];
  readonly answered: string | undefined;
  /** Without the one who is answered. */
  readonly mentioned: readonly string[];
  /** A repost says something of its own too, before or beside what it passes on. */
  readonly addsWords: boolean;
  /** Without what it passes on, whom it credits, and links. */
  readonly ownText: string;
  readonly isDigest: boolean;
  /** As they are written, without the sign, each once, of the reposted text too. */
  readonly tags: readonly string[];
  /** As they are written, of the reposted text too. */
  readonly links: readonly string[];
}

/** A link as people write it. */
export const linkInText = /https?:\/\/[^\s"'<>“”‘’«»]+/giu;
const trailingPunctuation = /[.,;:!?…)\]}]+$/u;
/** Stands where a link or a credit was, so that a name after it does not become a leading one. */
const gap = " · ";

interface Patterns {
  readonly anyName: RegExp;
  readonly leadingName: RegExp;
  readonly passedOn: RegExp;
  readonly credit: RegExp;
}

function patternsOf({ beforeMention, mention }: TextRules): Patterns {
  return {
    anyName: new RegExp(beforeMention + mention, "gu"),
    leadingName: new RegExp(`^\\s*${mention}`, "u"),
    passedOn: new RegExp(`(?<![\\w@＠])(?:RT|MT)\\s*:?\\s*${mention}`, "iu"),
    credit: new RegExp(`(?<![\\w@＠])via\\s*:?\\s*${mention}`, "giu"),
  };
}

const patterns: Readonly<Record<TextPlatform, Patterns>> = {
  x: patternsOf(textRules.x),
  mastodon: patternsOf(textRules.mastodon),
  misskey: patternsOf(textRules.misskey),
  bluesky: patternsOf(textRules.bluesky),
};

/**
 * Reads ties from words as people wrote them before there were fields for it. `RT @x` and `MT @x`
 * make a repost and all text after them is x's, so of `RT @a: RT @b: …` a is credited; `via @x`
 * makes a repost; a leading `@x` is a reply, any other, `.@x` too, a mention. Where names and hashtags
 * begin and end is the platform's rule. Linear in the text.
 */
export function readPostText(text: string, platform: TextPlatform): PostText {
  const { anyName, leadingName, passedOn, credit } = patterns[platform];
  const { findHashtags } = textRules[platform];
  const words = text.replace(linkInText, gap);
  const marker = passedOn.exec(words);
  const own = marker === null ? words : words.slice(0, marker.index);
  const credited = [...own.matchAll(credit)].map(([, found]) => found);
  const reposted = [...new Set([...(marker === null ? [] : [marker[1]]), ...credited])];
  const ownWithoutCredits = own.replace(credit, gap);
  const answered = leadingName.exec(ownWithoutCredits)?.[1];
  const named = [...ownWithoutCredits.matchAll(anyName)].map(([, found]) => found);
  const tags = findHashtags(words).map(({ name }) => name);
  return {
    reposted,
    answered,
    mentioned: [...new Set(named)].filter((found) => found !== answered),
    addsWords: reposted.length > 0 && hasWords(ownWithoutCredits, findHashtags),
    ownText: ownWithoutCredits,
    isDigest: isDigest(text),
    tags: [...new Set(tags)],
    links: [...text.matchAll(linkInText)].map(([address]) =>
      address.replace(trailingPunctuation, ""),
    ),
  };
}

/** Whether letters or digits are left where hashtags are taken out. */
function hasWords(text: string, findHashtags: TextRules["findHashtags"]): boolean {
  let rest = "";
  let from = 0;
  for (const { start, end } of findHashtags(text)) {
    rest += text.slice(from, start);
    from = end;
  }
  return /[\p{L}\p{N}]/u.test(rest + text.slice(from));
}
