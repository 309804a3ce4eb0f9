import { normaliseHashtag } from "../model/hashtag.js";
import { isDigest } from "./digest-text.js";

/** What the words of a post do, where nothing but its text was kept. */
export interface PostText {
  /** Handles, each once, in order. */
  readonly reposted: readonly string[];
  readonly answered: string | undefined;
  /** Without the one who is answered. */
  readonly mentioned: readonly string[];
  /** A repost says something of its own too, before or beside what it passes on. */
  readonly addsWords: boolean;
  /** Without what it passes on, whom it credits, and links. */
  readonly ownText: string;
  readonly isDigest: boolean;
  /** In the form of `normaliseHashtag`, of the reposted text too. */
  readonly tags: readonly string[];
  /** As they are written, of the reposted text too. */
  readonly links: readonly string[];
}

/** An `@`, half-width or full-width, and the name after it. */
const name = String.raw`[@＠](\w{1,50})(?!\w)`;
/** The same where it stands in no e-mail address. */
const handle = String.raw`(?<![\w@＠])${name}`;
const anyHandle = new RegExp(handle, "gu");
const leadingHandle = new RegExp(String.raw`^\s*${handle}`, "u");
const passedOn = new RegExp(String.raw`(?<![\w@＠])(?:RT|MT)\s*:?\s*${name}`, "iu");
const credit = new RegExp(String.raw`(?<![\w@＠])via\s*:?\s*${name}`, "giu");
/** A link as people write it. */
export const linkInText = /https?:\/\/[^\s"'<>“”‘’«»]+/giu;
const trailingPunctuation = /[.,;:!?…)\]}]+$/u;
export const hashtagInText =
  /(?<![\p{L}\p{N}_&/])[#＃]([\p{L}\p{M}\p{N}_·]*[\p{L}\p{M}_][\p{L}\p{M}\p{N}_·]*)/gu;

/** Stands where a link or a credit was, so that a name after it does not become a leading one. */
const gap = " · ";

/**
 * Reads ties from words as people wrote them before there were fields for it. `RT @x` and `MT @x`
 * make a repost and all text after them is x's, so of `RT @a: RT @b: …` a is credited; `via @x`
 * makes a repost; a leading `@x` is a reply, any other, `.@x` too, a mention; `user@host.org` and
 * an `@` in a link are none. Linear in the text.
 */
export function readPostText(text: string): PostText {
  const words = text.replace(linkInText, gap);
  const marker = passedOn.exec(words);
  const own = marker === null ? words : words.slice(0, marker.index);
  const credited = [...own.matchAll(credit)].map(([, found]) => found);
  const reposted = [...new Set([...(marker === null ? [] : [marker[1]]), ...credited])];
  const ownWithoutCredits = own.replace(credit, gap);
  const answered = leadingHandle.exec(ownWithoutCredits)?.[1];
  const named = [...ownWithoutCredits.matchAll(anyHandle)].map(([, found]) => found);
  return {
    reposted,
    answered,
    mentioned: [...new Set(named)].filter((found) => found !== answered),
    addsWords:
      reposted.length > 0 && /[\p{L}\p{N}]/u.test(ownWithoutCredits.replace(hashtagInText, " ")),
    ownText: ownWithoutCredits,
    isDigest: isDigest(text),
    tags: [...new Set([...words.matchAll(hashtagInText)].map(([, tag]) => normaliseHashtag(tag)))],
    links: [...text.matchAll(linkInText)].map(([address]) =>
      address.replace(trailingPunctuation, ""),
    ),
  };
}
