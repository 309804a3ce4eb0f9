import type { FoundHashtag, TextRules } from "../text-rules.js";

const brackets: Readonly<Record<string, string>> = { "(": ")", "[": "]", "「": "」", "（": "）" };
/** Ends a hashtag, as do brackets that are not closed in it. */
const endsHashtag = /[\s\u3000.,!?'"#:/[\]【】()「」（）<>]/u;
const deepestBrackets = 20;

const name = "[a-zA-Z0-9_](?:[a-zA-Z0-9_.-]*[a-zA-Z0-9_])?";

/**
 * Text on Misskey, by mfm-js 0.26.0 (MFM, src/internal/parser.ts): `#covid-19` and `#a(b)` are one
 * hashtag each. A name may hold dots and dashes, but for its ends.
 */
export const misskeyText: TextRules = {
  beforeMention: "(?<![a-zA-Z0-9])",
  mention: `@(${name}(?:@${name})?)`,
  findHashtags(text) {
    const found: FoundHashtag[] = [];
    for (let at = text.indexOf("#"); at >= 0; at = text.indexOf("#", at + 1)) {
      if (at > 0 && /[a-zA-Z0-9]/u.test(text[at - 1])) continue;
      const end = endOfHashtag(text, at + 1, 0);
      const tag = text.slice(at + 1, end);
      if (tag === "" || /^[0-9]+$/u.test(tag)) continue;
      found.push({ name: tag, start: at, end });
      at = end - 1;
    }
    return found;
  },
};

/** Where what can stand in a hashtag ends; brackets in it are closed, or it ends before them. */
function endOfHashtag(text: string, from: number, depth: number): number {
  let at = from;
  while (at < text.length) {
    const closing = brackets[text[at]];
    if (closing === undefined) {
      if (endsHashtag.test(text[at])) break;
      at += 1;
    } else {
      const inner = depth < deepestBrackets ? endOfHashtag(text, at + 1, depth + 1) : at;
      if (text[inner] !== closing) break;
      at = inner + 1;
    }
  }
  return at;
}

const blocks = [
  ["```", "```"],
  ["<plain>", "</plain>"],
  ["\\[", "\\]"],
] as const;
const inLines = [
  ["`", "`"],
  ["\\(", "\\)"],
] as const;

/** Text without what Misskey shows as it is written: code, formulas and `<plain>`. Linear in the text. */
export function withoutVerbatim(text: string): string {
  const lines = blocks.reduce(withoutBetween, text).split("\n");
  return lines.map((line) => inLines.reduce(withoutBetween, line)).join("\n");
}

function withoutBetween(text: string, [open, close]: readonly [string, string]): string {
  const kept: string[] = [];
  let at = 0;
  for (;;) {
    const from = text.indexOf(open, at);
    const to = from < 0 ? from : text.indexOf(close, from + open.length);
    if (to < 0) return [...kept, text.slice(at)].join(" ");
    kept.push(text.slice(at, from));
    at = to + close.length;
  }
}
