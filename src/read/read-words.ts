import { asciiWords } from "../text/ascii-words.js";
import { wordNumbers } from "../text/word-table.js";
import { splitWords, takenOut } from "../text/words.js";
import { linkInText } from "./post-text.js";

const bareLink = /(?<![\p{L}\p{N}@])www\.\S+/giu;
const emoji = /(?<![\p{L}\p{N}:]):[a-z]\w*:(?![\p{L}\p{N}:])/giu;
/** A handle, with its server or without, and an e-mail address, which names somebody too. */
const address = /(?:(?<![\w.+-])\w[\w.+-]*)?[@＠]\w[\w.-]*(?:[@＠][\w.-]+)?(?:['’]s(?!\w))?/u;
/** A hashtag of any platform: a signed word, with what joins its parts. */
const anyHashtag =
  /(?<![\p{L}\p{N}_&/])[#＃][\p{L}\p{M}\p{N}_·・\u200c\u200d]*[\p{L}\p{M}_][\p{L}\p{M}\p{N}_·・\u200c\u200d]*/u;
const nameOrTag = new RegExp(`${address.source}|${anyHashtag.source}`, "gu");

/**
 * The words of a post without stop words, in order. Links are out, and words on both sides of one
 * are next to each other. Names and hashtags are no words either, but were said: no pair reaches
 * over one, and -1 stands in its place. By their numbers in `text/word-table.ts`. Linear in the text.
 */
export function readWords(text: string, stopWords: ReadonlySet<string>): readonly number[] {
  return asciiWords(text, stopWords) ?? wordNumbers(wordsByPatterns(text, stopWords));
}

/** The same of any text, as words, an empty one for -1; `asciiWords` must say nothing else. */
export function wordsByPatterns(text: string, stopWords: ReadonlySet<string>): string[] {
  const words: string[] = [];
  const linked = text.includes("://") ? text.replace(linkInText, " ") : text;
  const written = linked.replace(bareLink, " ").replace(emoji, " ");
  const named = /[@＠#＃]/u.test(written) ? written.replace(nameOrTag, takenOut) : written;
  for (const part of named.split(takenOut)) {
    const own = splitWords(part).filter((word) => !stopWords.has(word));
    if (own.length > 0 && words.length > 0) words.push("");
    for (const word of own) words.push(word);
  }
  return words;
}

const escaped = /&(?:amp|lt|gt|quot|#39|#x27);/giu;

/** A text in which `&`, `<` and `>` are written as in a page, though it is none. */
export function unescapeText(text: string): string {
  return text.replace(escaped, (written) => (/39|27/u.test(written) ? "'" : " "));
}
