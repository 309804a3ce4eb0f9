import { detached } from "./detached.js";
import { longestWord, takenOut } from "./words.js";

/** What a character of ASCII does in a text. */
const parts = 0;
const ofWord = 1;
/** It is of words, and none by itself. */
const joins = 2;
const mayBeMore = 3;

const role = new Uint8Array(128);
const lower = new Uint8Array(128);
for (let code = 0; code < 128; code += 1) {
  const character = String.fromCharCode(code);
  if (/[a-z0-9]/i.test(character)) role[code] = ofWord;
  else if (/['_]/.test(character)) role[code] = joins;
  else if (/[@#:.]/.test(character)) role[code] = mayBeMore;
  lower[code] = character.toLowerCase().charCodeAt(0);
}

const apostrophe = 0x27;
const sharp = 0x23;
const at = 0x40;
const dot = 0x2e;
const colon = 0x3a;
const slash = 0x2f;
const underscore = 0x5f;
const ampersand = 0x26;
const letterW = 0x77;
const mark = takenOut.charCodeAt(0);

/** Words that were met, each at the place that its hash says, where another may take its place. */
const slots = 1 << 16;
const met: string[] = Array.from({ length: slots }, () => "");

/**
 * The words of a text of ASCII without stop words, as `readWords` gives them, in one pass and without a new
 * string for a word that was met before. `undefined` where something stands in it that only patterns tell: other
 * letters, a name, an address, the short code of an emoji.
 */
export function asciiWords(text: string, stopWords: ReadonlySet<string>): string[] | undefined {
  const words: string[] = [];
  let isParted = false;
  let from = -1;
  let hasLetter = false;
  let hash = 0;
  const endWord = (end: number): void => {
    if (from >= 0 && hasLetter && end - from <= longestWord) {
      const word = wordAt(text, from, end, hash);
      if (!stopWords.has(word)) {
        if (isParted && words.length > 0) words.push("");
        isParted = false;
        words.push(word);
      }
    }
    from = -1;
    hasLetter = false;
    hash = 0;
  };
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    if (code >= 128) {
      if (code !== mark) return undefined;
      endWord(place);
      isParted = true;
      continue;
    }
    const does = role[code];
    if (does === ofWord || does === joins) {
      if (from < 0) from = place;
      if (does === ofWord) hasLetter = true;
      hash = Math.imul(hash ^ lower[code], 0x01000193);
      continue;
    }
    endWord(place);
    if (does === parts) continue;
    if (code === at || mayBeAddress(text, place, code)) return undefined;
    const end = code === sharp ? endOfHashtag(text, place) : place;
    if (end === undefined) return undefined;
    if (end > place) {
      isParted = true;
      place = end - 1;
    }
  }
  endWord(text.length);
  return words;
}

/** `https://`, `:smile:` or `www.`, or what begins like one. */
function mayBeAddress(text: string, place: number, code: number): boolean {
  if (code === colon) {
    const next = text.charCodeAt(place + 1);
    return next === slash || (next < 128 && role[next] === ofWord);
  }
  return code === dot && isW(text, place - 1) && isW(text, place - 2) && isW(text, place - 3);
}

function isW(text: string, place: number): boolean {
  return lower[text.charCodeAt(place)] === letterW;
}

/** The place itself where none begins; `undefined` where letters follow that are not of ASCII. */
function endOfHashtag(text: string, place: number): number | undefined {
  const before = place === 0 ? 0 : text.charCodeAt(place - 1);
  const isInside =
    before < 128 &&
    (role[before] === ofWord || before === underscore || before === ampersand || before === slash);
  if (isInside) return place;
  let hasLetter = false;
  let end = place + 1;
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (code >= 128) {
      if (code === mark) break;
      return undefined;
    }
    if (code !== underscore && role[code] !== ofWord) break;
    if (code > 0x39) hasLetter = true;
  }
  return hasLetter ? end : place;
}

/** The word between two places in lower case, without apostrophes around it. */
function wordAt(text: string, start: number, end: number, hash: number): string {
  let from = start;
  let to = end;
  while (text.charCodeAt(from) === apostrophe) from += 1;
  while (text.charCodeAt(to - 1) === apostrophe) to -= 1;
  const slot = (hash ^ (hash >>> 16)) & (slots - 1);
  const known = met[slot];
  if (known.length === to - from && isSame(known, text, from)) return known;
  const word = detached(text.slice(from, to).toLowerCase());
  met[slot] = word;
  return word;
}

function isSame(word: string, text: string, from: number): boolean {
  for (let place = 0; place < word.length; place += 1) {
    if (word.charCodeAt(place) !== lower[text.charCodeAt(from + place)]) return false;
  }
  return true;
}
