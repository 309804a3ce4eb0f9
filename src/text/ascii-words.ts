import { hashWith, numberOfAscii, wordOf } from "./word-table.js";
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

/** The text in lower case, as far as it has been read. */
let codes = new Uint8Array(1 << 14);

/**
 * The words of a text of ASCII without stop words, as `readWords` gives them, in one pass and without a
 * string for a word that was met before. `undefined` where something stands in it that only patterns tell: other
 * letters, a name, an address, the short code of an emoji.
 */
export function asciiWords(text: string, stopWords: ReadonlySet<string>): number[] | undefined {
  const words: number[] = [];
  const isStop = startStopCheck(stopWords);
  if (text.length > codes.length) codes = new Uint8Array(2 * text.length);
  let isParted = false;
  let from = -1;
  let hasLetter = false;
  let hash = 0;
  const endWord = (end: number): void => {
    if (from >= 0 && hasLetter && end - from <= longestWord) {
      const word = wordAt(from, end, hash);
      if (!isStop(word)) {
        if (isParted && words.length > 0) words.push(-1);
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
      const small = lower[code];
      codes[place] = small;
      hash = hashWith(hash, small);
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

/** The word between two places, without apostrophes around it. */
function wordAt(start: number, end: number, hash: number): number {
  if (codes[start] !== apostrophe && codes[end - 1] !== apostrophe) {
    return numberOfAscii(codes, start, end, hash);
  }
  let from = start;
  let to = end;
  while (codes[from] === apostrophe) from += 1;
  while (codes[to - 1] === apostrophe) to -= 1;
  let own = 0;
  for (let place = from; place < to; place += 1) own = hashWith(own, codes[place]);
  return numberOfAscii(codes, from, to, own);
}

const unasked = 0;
const stops = 1;
const says = 2;
const answers = new Map<ReadonlySet<string>, Uint8Array>();

/** Whether words are among those that say nothing: of each, the list is asked once. */
function startStopCheck(stopWords: ReadonlySet<string>): (word: number) => boolean {
  let known = answers.get(stopWords) ?? new Uint8Array(1 << 12);
  answers.set(stopWords, known);
  return (word) => {
    if (word >= known.length) {
      const larger = new Uint8Array(2 * word);
      larger.set(known);
      known = larger;
      answers.set(stopWords, known);
    }
    if (known[word] === unasked) known[word] = stopWords.has(wordOf(word)) ? stops : says;
    return known[word] === stops;
  };
}
