import type { Account } from "../model/account.js";
import { splitWords } from "../text/words.js";
import { foldText, spellingsOf, tokensOf } from "./fold-text.js";
import { isCompanion, type NameStems, startNameStems } from "./name-stems.js";

/** A word that so many people carry in their names says nothing of who one of them is. */
export const bearers = 5;
/** A shorter part of a name, such as `de` or `J`, is nobody's alone. */
const shortestPart = 3;
/** Of a handle in several parts: `77quill` is `quill` to whoever writes of them. */
const outerDigits = /^\p{N}+|\p{N}+$/gu;
const shortestBare = 4;
/** So many words next to each other may be one name. */
const mostWords = 4;
const latinWord = /^[\p{Script=Latin}\p{N}]+$/u;
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const greeted = /@\S+/gu;
const customEmoji = /:\w{2,}:/gu;
/** Some programs hand out names as HTML. */
const accentEntity = /&([a-z])(?:acute|grave|uml|circ|tilde|cedil|ring|slash|caron);/giu;

/** What one person is called. */
export interface Called {
  readonly handles: readonly string[];
  readonly names: readonly string[];
}

/** Names, in words that give them away. */
interface HeldNames {
  /** Whether words in a row, folded, name somebody. */
  isIn(words: readonly string[]): boolean;
  /** The same of handles and whole names alone, not of one word of a name. */
  isWholeIn(words: readonly string[]): boolean;
}

/**
 * What people are called, looked up word by word. A handle and a whole name always count; a word of a
 * longer name where fewer than five of all accounts carry it, as `data` may be. `free` are words, folded, that
 * never count. O(names), then linear in the words.
 */
export function gatherNames(
  people: readonly Called[],
  accounts: readonly Account[],
  free: ReadonlySet<string>,
): HeldNames {
  const any = startMatcher(free);
  const whole = startMatcher(free);
  const parts = new Set<string>();
  const wholes = new Set<string>();
  for (const { handles, names } of people) {
    for (const spelling of handles.flatMap(spellingsOf)) {
      const words = nameWords(spelling);
      wholes.add(words.join(""));
      // What reads words cuts a handle at its dots, and not at its underscores.
      for (const piece of spelling.split(/[.-]/u).map(nameWords)) {
        if (piece.length > 1) wholes.add(piece.join(""));
      }
      for (const word of words) {
        parts.add(word);
        const bare = word.replace(outerDigits, "");
        if (bare.length >= shortestBare) parts.add(bare);
      }
    }
    for (const spelling of names.flatMap((name) => spellingsOf(withoutMarkup(name)))) {
      const words = nameWords(spelling);
      if (words.length > 1) {
        for (const whole of wholeNamesOf(words)) wholes.add(whole);
      } else if (words.length === 1) {
        any.words.add(words[0]);
      }
      for (const word of words) parts.add(word);
    }
  }
  const carried = countBearers(parts, accounts);
  const isRare = (word: string): boolean => (carried.get(word) ?? 0) < bearers;
  for (const word of wholes) {
    for (const matcher of [any, whole]) {
      matcher.words.add(word);
      if (isRare(word)) matcher.stems.add(word);
    }
  }
  for (const word of parts) {
    const isShort = word.length < shortestPart && latinWord.test(word);
    if (isShort || !isRare(word) || isCompanion(word)) continue;
    any.words.add(word);
    any.stems.add(word);
  }
  return { isIn: any.isIn, isWholeIn: whole.isIn };
}

/** A name in either order, whole, in each of its scripts, and without what stands in the middle. */
function wholeNamesOf(words: readonly string[]): string[] {
  const runs = scripts.map((script) => words.filter((word) => scriptOf(word) === script));
  return [words, ...runs].flatMap((run) => {
    if (run.length < 2) return [];
    const [first, last] = [run[0], run[run.length - 1]];
    return [run.join(""), run.toReversed().join(""), first + last, last + first];
  });
}

const scripts = ["latin", "unspaced", "other"] as const;

function scriptOf(word: string): (typeof scripts)[number] {
  if (latinWord.test(word)) return "latin";
  return unspaced.test(word) ? "unspaced" : "other";
}

interface Matcher {
  readonly words: { add(word: string): void };
  readonly stems: { add(stem: string): void };
  isIn(words: readonly string[]): boolean;
}

function startMatcher(free: ReadonlySet<string>): Matcher {
  const known = new Set<string>();
  const stems: NameStems = startNameStems();
  return {
    words: { add: (word) => word.length > 1 && !free.has(word) && known.add(word) },
    stems: { add: (stem) => !free.has(stem) && stems.add(stem) },
    isIn(words) {
      for (const [at, word] of words.entries()) {
        if (known.has(word) || stems.isIn(word)) return true;
        let joined = word;
        for (const next of words.slice(at + 1, at + mostWords)) {
          joined += next;
          if (known.has(joined)) return true;
        }
      }
      return false;
    },
  };
}

/** Words of a folded text, with those of scripts that put no space between them. */
export function nameWords(folded: string): string[] {
  return unspaced.test(folded) ? splitWords(folded.replaceAll("_", " ")) : tokensOf(folded);
}

function withoutMarkup(name: string): string {
  return name.replace(customEmoji, " ").replace(accentEntity, "$1");
}

/** How many accounts carry each of some words in handles and names; whom a name greets is not one's own. */
function countBearers(
  words: ReadonlySet<string>,
  accounts: readonly Account[],
): Map<string, number> {
  const carried = new Map<string, number>();
  for (const { handle = "", name = "" } of accounts) {
    for (const word of new Set(nameWords(foldText(`${handle} ${name.replace(greeted, " ")}`)))) {
      if (words.has(word)) carried.set(word, (carried.get(word) ?? 0) + 1);
    }
  }
  return carried;
}
