/** So many digits may be more than JavaScript holds. */
const longDigits = 16;
/** Before a number of so many digits, perhaps inside a string. */
const beforeNumber = /[\s:[,]-?$/u;
const wholeNumber = /-?\d{16,}(?![\d.eE])/y;

/**
 * Parses the JSON texts of one file. A whole number that JavaScript cannot hold becomes the string of
 * its digits: ids have up to 20. Where all such numbers so far could have been rounded by JavaScript,
 * or a program like it, they stay numbers, as nothing tells their last digits. Linear; without such
 * numbers as fast as `JSON.parse`, whose access to the source text needs Node 21.
 *
 * The parser throws a `SyntaxError` where a text is no JSON.
 */
export function startJsonParser(): (text: string) => unknown {
  let areWhole = false;
  return (text) => {
    if (!mayHoldLongNumber(text)) return JSON.parse(text);
    const numbers = longNumbersOutsideStrings(text);
    areWhole ||= numbers.some(({ digits }) => String(Number(digits)) !== digits);
    return JSON.parse(areWhole ? withQuotes(text, numbers) : text);
  };
}

/** The value of one JSON text; see `startJsonParser`. */
export function parseJson(text: string): unknown {
  return startJsonParser()(text);
}

/** Whether an id has lost its last digits before it was written: seventeen are all that is left. */
export function isRoundedId(id: unknown): boolean {
  return typeof id === "number" && !Number.isSafeInteger(id);
}

/** Of each run of sixteen digits, one stands where this looks. */
function mayHoldLongNumber(text: string): boolean {
  for (let at = longDigits - 1; at < text.length; at += longDigits) {
    if (!isDigit(text, at)) continue;
    let from = at;
    while (from > 0 && isDigit(text, from - 1)) from -= 1;
    let to = at + 1;
    while (to < text.length && isDigit(text, to)) to += 1;
    const isLong = to - from >= longDigits && text[from - 1] !== '"';
    if (isLong && beforeNumber.test(text.slice(Math.max(0, from - 2), from))) return true;
    at = to;
  }
  return false;
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x30 && code <= 0x39;
}

interface LongNumber {
  readonly index: number;
  readonly digits: string;
}

function withQuotes(text: string, numbers: readonly LongNumber[]): string {
  let quoted = "";
  let copied = 0;
  for (const { index, digits } of numbers) {
    quoted += `${text.slice(copied, index)}"${digits}"`;
    copied = index + digits.length;
  }
  return quoted + text.slice(copied);
}

/** Whole numbers beyond what JavaScript holds. */
function longNumbersOutsideStrings(text: string): LongNumber[] {
  const found: LongNumber[] = [];
  let at = 0;
  while (at < text.length) {
    const stringStart = text.indexOf('"', at);
    const end = stringStart < 0 ? text.length : stringStart;
    addLongNumbers(found, text, at, end);
    at = stringStart < 0 ? end : endOfString(text, stringStart);
  }
  return found;
}

/** Those between two places of a text where no string stands. */
function addLongNumbers(found: LongNumber[], text: string, from: number, to: number): void {
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    const isNumber = code === 0x2d || (code >= 0x30 && code <= 0x39);
    if (!isNumber) continue;
    wholeNumber.lastIndex = at;
    const digits = wholeNumber.exec(text)?.[0];
    if (digits !== undefined && !Number.isSafeInteger(Number(digits))) {
      found.push({ index: at, digits });
    }
    while (at < to && /[\d.eE+-]/u.test(text[at])) at += 1;
  }
}

/** The place after a string's closing quote. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return text.length;
    let backslashes = 0;
    while (text[quote - 1 - backslashes] === "\\") backslashes += 1;
    at = quote + 1;
    if (backslashes % 2 === 0) return at;
  }
}
