import { detached } from "./detached.js";

/*
 * Every word that was met since the program started has a number, so that a text is a list of numbers and a word is
 * looked up once, where it is read. Numbers say nothing but which word it is: they must not order anything.
 */

const strings: string[] = [];
/** Numbers of words of ASCII by their hash, each behind the hash itself; -1 where none is. */
let slots = new Int32Array(2 * 4096).fill(-1);
let asciiCount = 0;
/** The letters of the words of ASCII, one word behind another. */
let letters = new Uint8Array(1 << 16);
let lettersEnd = 0;
/** By number: where its letters begin and end; nowhere, of a word that is not among those of ASCII. */
let bounds = new Int32Array(2 * 4096);
/** The numbers of words with other letters, and of those few for which no slot was near enough. */
const numberOfOther = new Map<string, number>();
/** So far from where its hash says may a word stand: nobody can make the search long. */
const mostProbes = 32;
const scratch = new Uint8Array(256);

/** The word of a number. */
export function wordOf(number: number): string {
  return strings[number];
}

/** How many words have a number: all are below it. */
export function wordCount(): number {
  return strings.length;
}

/** The number of a word; the word itself is not kept if it is a part of a longer text. */
function numberOfWord(word: string): number {
  if (word.length <= scratch.length) {
    let hash = 0;
    let at = 0;
    for (; at < word.length; at += 1) {
      const code = word.charCodeAt(at);
      if (code >= 128) break;
      scratch[at] = code;
      hash = hashWith(hash, code);
    }
    if (at === word.length) return numberOfAscii(scratch, 0, at, hash);
  }
  return numberOfOther.get(word) ?? addOther(detached(word));
}

/** The number of the word. */
function addString(word: string, start: number, end: number): number {
  const number = strings.push(word) - 1;
  if (2 * number + 1 >= bounds.length) {
    const larger = new Int32Array(2 * bounds.length);
    larger.set(bounds);
    bounds = larger;
  }
  bounds[2 * number] = start;
  bounds[2 * number + 1] = end;
  return number;
}

function addOther(word: string): number {
  numberOfOther.set(word, strings.length);
  return addString(word, 0, 0);
}

/** The numbers of words in their order; -1 of an empty one, which parts others. */
export function wordNumbers(words: readonly string[]): number[] {
  return words.map((word) => (word === "" ? -1 : numberOfWord(word)));
}

/** The hash of a word is that of its codes, one after another, from 0. */
export function hashWith(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

/** The number of the word whose codes stand in `codes` from `from` to before `to`. */
export function numberOfAscii(codes: Uint8Array, from: number, to: number, hash: number): number {
  const mask = slots.length / 2 - 1;
  let slot = (hash ^ (hash >>> 15)) & mask;
  for (let probe = 0; probe < mostProbes; probe += 1) {
    const number = slots[2 * slot + 1];
    if (number < 0) break;
    if (slots[2 * slot] === hash && isSame(number, codes, from, to)) return number;
    slot = (slot + 1) & mask;
  }
  const word = Buffer.from(codes.subarray(from, to)).toString("latin1");
  return numberOfOther.get(word) ?? addAscii(word, codes.subarray(from, to), hash);
}

function isSame(number: number, codes: Uint8Array, from: number, to: number): boolean {
  const start = bounds[2 * number];
  if (bounds[2 * number + 1] - start !== to - from) return false;
  for (let at = from; at < to; at += 1) {
    if (letters[start + at - from] !== codes[at]) return false;
  }
  return true;
}

function addAscii(word: string, codes: Uint8Array, hash: number): number {
  asciiCount += 1;
  if (4 * asciiCount > slots.length) growSlots();
  const number = strings.length;
  if (!isPlaced(number, hash)) return addOther(word);
  while (lettersEnd + codes.length > letters.length) letters = twice(letters);
  letters.set(codes, lettersEnd);
  lettersEnd += codes.length;
  return addString(word, lettersEnd - codes.length, lettersEnd);
}

/** Half of the slots stay empty. */
function growSlots(): void {
  const old = slots;
  slots = new Int32Array(2 * old.length).fill(-1);
  for (let at = 0; at < old.length; at += 2) {
    const number = old[at + 1];
    if (number >= 0 && !isPlaced(number, old[at])) numberOfOther.set(strings[number], number);
  }
}

function isPlaced(number: number, hash: number): boolean {
  const mask = slots.length / 2 - 1;
  let slot = (hash ^ (hash >>> 15)) & mask;
  for (let probe = 0; probe < mostProbes; probe += 1) {
    if (slots[2 * slot + 1] < 0) {
      slots[2 * slot] = hash;
      slots[2 * slot + 1] = number;
      return true;
    }
    slot = (slot + 1) & mask;
  }
  return false;
}

function twice(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(2 * bytes.length);
  larger.set(bytes);
  return larger;
}
