/** What people put before a name or behind it when they write of somebody in one word. */
const titles = new Set(
  "dr dra prof professor doc mr mrs ms sir dame herr frau team ask".split(" "),
);
const companions = new Set(
  (
    "thanks thankyou thank congrats congratulations welove ilove love meet with by from free " +
    "vote rip support follow hi hello happybirthday justicefor standwith istandwith iam im the " +
    "real official fan fans fanclub live talk talks show blog book books lab labs podcast tv " +
    "com org net www http https day school army news lecture lectures keynote award fund md phd mph rn rocks rules"
  ).split(" "),
);
const allTitles = onlyOf(titles);
const allCompanions = onlyOf([...titles, ...companions]);

/** Longer words first: `dr` must not end what `dra` begins. */
function onlyOf(words: Iterable<string>): RegExp {
  const longestFirst = [...words].sort((one, other) => other.length - one.length);
  return new RegExp(`^(?:${longestFirst.join("|")})+$`, "u");
}

/** Whether a word says nothing of who somebody is, although it stands in their name. */
export function isCompanion(word: string): boolean {
  return titles.has(word) || companions.has(word);
}

const endings = new Set(["s", "es", "n", "ns"]);
const lastDigits = /\p{N}+$/u;
const latin = /^[\p{Script=Latin}\p{N}]+$/u;
/** Without spaces between words two characters are a name. */
const dense = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+$/u;

/** In the cases of a language the last vowel of a name becomes another: `Зинаиды` is of `Зинаида`. */
const changingEnd = /^\p{Script=Cyrillic}{4,}[аеийоуьюя]$/u;

const longestToken = 100;
const shortestStem = 3;
const shortestWithCompanion = 4;
const shortestWithInitial = 5;
const shortestFree = 6;

/** Names that a word may be made of. */
export interface NameStems {
  add(stem: string): void;
  /** Whether a token, folded, is one of the names with something around it. */
  isIn(token: string): boolean;
}

/**
 * A word is of a name if it is the name with an ending (`quills`), digits (`quill2026`) or titles
 * (`drquill`) from 3 letters on, other companions from 4 (`thankyoudrquill`), one letter before from
 * 5 (`dquill`), anything around it from 6. Looking up takes time in the
 * token's length times the number of lengths that names have, whatever the number of names.
 */
export function startNameStems(): NameStems {
  const stems = new Set<string>();
  const lengths = new Set<number>();
  let sorted: number[] | undefined;
  const isAround = (token: string): boolean => {
    sorted ??= [...lengths].sort((a, b) => a - b);
    for (const length of sorted) {
      const rest = token.length - length;
      if (rest < 0) return false;
      const start = token.slice(0, length);
      if (stems.has(start) && isBehind(start, token.slice(length))) return true;
      const end = token.slice(rest);
      if (stems.has(end) && isBefore(end, token.slice(0, rest))) return true;
      if (length < shortestFree) continue;
      for (let from = 1; from < rest; from += 1) {
        if (stems.has(token.slice(from, from + length))) return true;
      }
    }
    return false;
  };
  return {
    add(stem) {
      if (stem.length < (dense.test(stem) ? 2 : shortestStem) || stem.length > longestToken) return;
      const unchanging = changingEnd.test(stem) ? [stem.slice(0, -1)] : [];
      for (const one of [stem, ...unchanging]) {
        stems.add(one);
        lengths.add(one.length);
      }
      sorted = undefined;
    },
    isIn(token) {
      if (stems.size === 0 || token.length > longestToken) return false;
      const plain = token.replace(lastDigits, "");
      return isAround(token) || (plain !== token && isAround(plain));
    },
  };
}

function isBehind(stem: string, rest: string): boolean {
  if (rest === "" || dense.test(stem)) return true;
  if (!latin.test(stem)) return rest.length <= shortestStem || stem.length >= shortestFree;
  return (
    stem.length >= shortestFree ||
    endings.has(rest) ||
    (stem.length >= shortestWithCompanion && allCompanions.test(rest))
  );
}

function isBefore(stem: string, rest: string): boolean {
  if (rest === "" || dense.test(stem) || allTitles.test(rest)) return true;
  return (
    stem.length >= shortestFree ||
    (stem.length >= shortestWithInitial && rest.length === 1) ||
    (stem.length >= shortestWithCompanion && allCompanions.test(rest))
  );
}
