export interface DotToken {
  /** `undefined` for an id. */
  readonly sign: "->" | "--" | "{" | "}" | "[" | "]" | "=" | ";" | "," | ":" | undefined;
  readonly text: string;
  /** Without quotes: only then a word can be a keyword. */
  readonly isBare: boolean;
}

interface DotTokens {
  addLine(text: string, line: number): void;
  /** A text, a comment or markup is not closed. */
  isInside(): boolean;
}

const longestText = 1 << 20;
const token =
  /\s*(?:(\/\/.*)|(\/\*)|(->|--|[{}[\]=;,:])|(")|(<)|(-?(?:\.\d+|\d+(?:\.\d*)?)(?![\w\u0080-\uffff])|[\w\u0080-\uffff.@]+|.))/uy;

/** Cuts lines of DOT into tokens; a text in quotes and markup may go on over lines. Linear. */
export function startDotTokens(take: (token: DotToken, line: number) => void): DotTokens {
  let inside: "comment" | "text" | "markup" | undefined;
  let held = "";
  let depth = 0;
  let startLine = 1;

  const addId = (text: string, line: number): void =>
    take({ sign: undefined, text, isBare: false }, line);

  /** Each says where what it was inside of ends; -1 where it goes on. */
  const endOfText = (text: string, from: number): number => {
    for (let at = from; at < text.length; at += 1) {
      if (text[at] === "\\") at += 1;
      else if (text[at] === '"') {
        hold(text.slice(from, at));
        return at + 1;
      }
    }
    // A backslash at the end of a line joins it with the next.
    hold(text.endsWith("\\") ? text.slice(from, -1) : `${text.slice(from)}\n`);
    return -1;
  };
  const endOfMarkup = (text: string, from: number): number => {
    for (let at = from; at < text.length; at += 1) {
      if (text[at] === "<") depth += 1;
      else if (text[at] === ">") depth -= 1;
      if (depth === 0) return at + 1;
    }
    return -1;
  };
  const hold = (part: string): void => {
    if (held.length < longestText) held += part;
  };

  /** Where reading goes on; -1 where the line is used up. */
  const goOn = (text: string, from: number, line: number): number => {
    switch (inside) {
      case "comment": {
        const end = text.indexOf("*/", from);
        if (end >= 0) inside = undefined;
        return end < 0 ? -1 : end + 2;
      }
      case "text": {
        const end = endOfText(text, from);
        if (end < 0) return -1;
        inside = undefined;
        addId(held.replace(/\\(["\\])/gu, "$1"), startLine);
        return end;
      }
      case "markup": {
        const end = endOfMarkup(text, from);
        if (end < 0) return -1;
        inside = undefined;
        addId("", line);
        return end;
      }
      default:
        return from;
    }
  };

  return {
    isInside: () => inside !== undefined,
    addLine(text, line) {
      if (inside === undefined && /^\s*#/u.test(text)) return;
      let at = goOn(text, 0, line);
      while (at >= 0 && at < text.length) {
        token.lastIndex = at;
        const match = token.exec(text);
        if (match === null) return;
        const [whole, comment, block, sign, quote, angle, word] = match;
        at += whole.length;
        if (comment !== undefined) return;
        startLine = line;
        if (sign !== undefined)
          take({ sign: sign as DotToken["sign"], text: sign, isBare: false }, line);
        else if (word !== undefined) take({ sign: undefined, text: word, isBare: true }, line);
        else {
          held = "";
          depth = 1;
          inside = block !== undefined ? "comment" : quote !== undefined ? "text" : "markup";
          if (angle !== undefined) depth = 1;
          at = goOn(text, at, line);
        }
      }
    },
  };
}
