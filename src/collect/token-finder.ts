/** Finds any of many texts in another, whatever their case. */
export interface TokenFinder {
  isIn(text: string): boolean;
  /** Of two that begin at one place the longer goes. */
  replaceAll(text: string, replacement: string): string;
}

interface Branch {
  readonly next: Map<string, Branch>;
  /** What is left of the only token that goes on from here. */
  rest: string | undefined;
  isEnd: boolean;
}

/** A shorter token counts as a word of its own alone. */
const shortestInside = 6;
const letter = /[\p{L}\p{N}_]/u;

/**
 * A finder of tokens, as a tree of their characters. Linear in the tokens, then in each text, times at
 * most the length of the longest token that begins alike; not in how many tokens there are.
 */
export function startTokenFinder(tokens: Iterable<string>): TokenFinder {
  const root = startBranch();
  for (const token of tokens) if (token !== "") add(root, plain(token));

  /** Where the longest token that begins at `from` ends; -1 for none. */
  const endOf = (text: string, from: number, written: string): number => {
    let branch = root;
    let end = -1;
    const meet = (at: number): void => {
      if (at - from >= shortestInside || isWordAlone(written, from, at)) end = at;
    };
    for (let at = from; ; at += 1) {
      if (branch.isEnd) meet(at);
      if (branch.rest !== undefined && text.startsWith(branch.rest, at)) {
        meet(at + branch.rest.length);
      }
      const next = branch.next.get(text[at]);
      if (next === undefined) return end;
      branch = next;
    }
  };
  return {
    isIn(text) {
      const folded = plain(text);
      for (let at = 0; at < folded.length; at += 1) if (endOf(folded, at, text) >= 0) return true;
      return false;
    },
    replaceAll(text, replacement) {
      const folded = plain(text);
      let replaced = "";
      let kept = 0;
      for (let at = 0; at < folded.length; ) {
        const end = endOf(folded, at, text);
        if (end < 0) at += 1;
        else {
          replaced += text.slice(kept, at) + replacement;
          at = end;
          kept = end;
        }
      }
      return kept === 0 ? text : replaced + text.slice(kept);
    },
  };
}

function startBranch(): Branch {
  return { next: new Map(), rest: undefined, isEnd: false };
}

function add(root: Branch, token: string): void {
  let branch = root;
  for (let at = 0; at < token.length; at += 1) {
    const { rest } = branch;
    if (rest === token.slice(at)) return;
    if (rest === undefined && branch.next.size === 0 && !branch.isEnd && branch !== root) {
      branch.rest = token.slice(at);
      return;
    }
    if (rest !== undefined) {
      // Two go on from here: the first moves one character down.
      branch.rest = undefined;
      const moved = startBranch();
      if (rest.length === 1) moved.isEnd = true;
      else moved.rest = rest.slice(1);
      branch.next.set(rest[0], moved);
    }
    let next = branch.next.get(token[at]);
    if (next === undefined) {
      next = startBranch();
      branch.next.set(token[at], next);
    }
    branch = next;
  }
  branch.isEnd = true;
}

/** In small letters, each where it was. */
function plain(text: string): string {
  const folded = text.toLowerCase();
  const aligned =
    folded.length === text.length
      ? folded
      : Array.from({ length: text.length }, (_, at) => {
          const small = text[at].toLowerCase();
          return small.length === 1 ? small : text[at];
        }).join("");
  return aligned.replaceAll("ς", "σ");
}

function isWordAlone(text: string, from: number, to: number): boolean {
  const before = String.fromCodePoint(codeBefore(text, from) ?? 0x20);
  const behind = String.fromCodePoint(text.codePointAt(to) ?? 0x20);
  return !letter.test(before) && !letter.test(behind);
}

function codeBefore(text: string, from: number): number | undefined {
  const last = text.charCodeAt(from - 1);
  const isLow = last >= 0xdc00 && last <= 0xdfff;
  return from === 0 ? undefined : text.codePointAt(isLow && from > 1 ? from - 2 : from - 1);
}
