import { normaliseHashtag } from "../model/hashtag.js";
import { asIfLatin } from "../platform/plain-letters.js";
import { foldedLetters } from "../text/folded-letters.js";

const ascii = /^[\x20-\x7e\s]*$/u;
const accents = /[\u0300-\u036f]+/gu;
const special = new RegExp(`[${Object.keys(foldedLetters).join("")}]`, "gu");
/** As German and the Nordic languages write them where they cannot be typed. */
const spelledLetters: Readonly<Record<string, string>> = {
  ä: "ae",
  ö: "oe",
  ü: "ue",
  å: "aa",
  ø: "oe",
};
/** A word of Latin and other letters: `zаrn` with a Cyrillic `а`, so that no search finds it. */
const mixedWord = /(?=\p{L}*[a-z])(?=\p{L}*[^\P{L}a-z])\p{L}+/gu;
const spellable = /[äöüåø]/gu;
const runs = /[\p{L}\p{M}\p{N}]+/gu;
/** Of full and empty marks, which stand between letters and are not seen. */
const unseen = /\p{Cf}+/gu;

/** A text in the form in which names compare: without accents, case, what cannot be seen and look-alikes. */
export function foldText(text: string): string {
  if (ascii.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKD")
    .replace(accents, "")
    .replace(unseen, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(special, (letter) => foldedLetters[letter])
    .replace(mixedWord, (word) => {
      const latin = asIfLatin(word);
      return /^[a-z]+$/u.test(latin) ? latin : word;
    })
    .replaceAll("ς", "σ");
}

/** The spellings of a name: as it folds, with `ae` for `ä` and `a` for `æ` and the like, and as its words fold in hashtags. */
export function spellingsOf(name: string): string[] {
  const folded = foldText(name);
  if (ascii.test(name)) return [folded];
  const spelled = name
    .normalize("NFKC")
    .toLowerCase()
    .replace(spellable, (letter) => spelledLetters[letter]);
  const asTags = name.split(/\s+/u).map(normaliseHashtag).join(" ");
  const plain = foldText(name.toLowerCase().replaceAll("æ", "a").replaceAll("œ", "o"));
  return [...new Set([folded, foldText(spelled), foldText(asTags), plain])];
}

/** Runs of letters and digits of a folded text: `dora_quill's` is three. */
export function tokensOf(folded: string): string[] {
  return folded.match(runs) ?? [];
}
