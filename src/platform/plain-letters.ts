import { foldedLetters } from "../text/folded-letters.js";

/** Needs no folding, but for its case. */
const simple = /^[!-~]*(?: [!-~]+)*$/u;
const marks = /\p{M}+/gu;
/** Never seen, and put into words that a filter is not to find; also what colours an emoji. */
const unseen = /\p{Cf}|\ufe0f/gu;
const apostrophes = /[’‘`´ʼ]/gu;
const special = new RegExp(`[${Object.keys(foldedLetters).join("")}]`, "giu");
/** Letters in boxes and flags, which NFKC leaves as they are, by where their A stands. */
const boxed = /[\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}\u{1f1e6}-\u{1f1ff}]/gu;
const boxedFrom = [0x1f1e6, 0x1f170, 0x1f150];

/**
 * What looks like a Latin letter: those of Unicode's confusables
 * (https://www.unicode.org/Public/security/latest/confusables.txt) that a keyboard or a generator of
 * "fancy text" gives. Cyrillic, Greek, small capitals, digits.
 */
const lookAlikes: ReadonlyMap<string, string> = new Map(
  [
    "aаαᴀɑ bвбьβʙ cсᴄ dԁᴅ eеεᴇ3 fꜰ gɢɡ hнһʜ iіιɪӏ1 jјᴊ kкκᴋ lʟ mмᴍ",
    "nпνηɴո oоοᴏօ0 pрρᴘ qԛ rгʀ sѕꜱ tтτᴛ uυᴜս vѵᴠ wԝᴡω xхχ yуγʏ zᴢ",
  ]
    .join(" ")
    .split(" ")
    .flatMap((row) => [...row].slice(1).map((other) => [other, row[0]] as const)),
);
const lookingAlike = new RegExp(`[${[...lookAlikes.keys()].join("")}]`, "gu");

/**
 * Small letters without accents, without what cannot be seen, with one kind of apostrophe and one sign for
 * each gap.
 */
export function plainLetters(text: string): string {
  if (simple.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKD")
    .replace(boxed, (letter) => latinInBox(letter))
    .replace(unseen, "")
    .replace(marks, "")
    .replace(apostrophes, "'")
    .toLowerCase()
    .replace(special, (letter) => foldedLetters[letter])
    .replace(/\s+/gu, (gap) => (gap.includes("\n") ? "\n" : " "));
}

/** The same, with Latin letters for what looks like them. */
export function asIfLatin(plain: string): string {
  return plain.replace(lookingAlike, (letter) => lookAlikes.get(letter) ?? letter);
}

/** The same in words that have a Latin letter as well: a Russian word is no English one. */
export function unmixed(plain: string): string {
  return plain.replace(/[\p{L}\p{N}]+/gu, (word) => (/[a-z]/u.test(word) ? asIfLatin(word) : word));
}

function latinInBox(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  const from = boxedFrom.find((first) => code >= first) ?? code;
  return String.fromCharCode("a".charCodeAt(0) + code - from);
}
