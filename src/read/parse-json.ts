/** A number of sixteen digits or more, perhaps inside a string. */
const longNumber = /[\s:[,]-?\d{16}/u;
const wholeNumber = /-?\d{16,}(?![\d.eE])/y;

/**
 * The value of a JSON text, in which a whole number that JavaScript cannot hold is the string of
 * its digits: ids have up to 20. One that JavaScript, or a program like it, has rounded before
 * stays a number, as nothing tells its last digits. Linear; without such numbers as fast as
 * `JSON.parse`, whose access to the source text needs Node 21.
 *
 * @throws {SyntaxError} where it is no JSON.
 */
export function parseJson(text: string): unknown {
  return JSON.parse(longNumber.test(text) ? quoteLongNumbers(text) : text);
}

/** Whether an id has lost its last digits before it was written: seventeen are all that is left. */
export function isRoundedId(id: unknown): boolean {
  return typeof id === "number" && !Number.isSafeInteger(id);
}

function quoteLongNumbers(text: string): string {
  let quoted = "";
  let copied = 0;
  let at = 0;
  while (at < text.length) {
    const stringStart = text.indexOf('"', at);
    const end = stringStart < 0 ? text.length : stringStart;
    for (const { index, digits } of longNumbers(text, at, end)) {
      quoted += `${text.slice(copied, index)}"${digits}"`;
      copied = index + digits.length;
    }
    at = stringStart < 0 ? end : endOfString(text, stringStart);
  }
  return quoted + text.slice(copied);
}

/** Those between two places of a text where no string stands. */
function longNumbers(text: string, from: number, to: number): { index: number; digits: string }[] {
  const found = [];
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    const isNumber = code === 0x2d || (code >= 0x30 && code <= 0x39);
    if (!isNumber) continue;
    wholeNumber.lastIndex = at;
    const digits = wholeNumber.exec(text)?.[0];
    if (digits !== undefined && isExact(digits)) found.push({ index: at, digits });
    while (at < to && /[\d.eE+-]/u.test(text[at])) at += 1;
  }
  return found;
}

/** Beyond what a number can hold, and not what one would be written as. */
function isExact(digits: string): boolean {
  const value = Number(digits);
  return !Number.isSafeInteger(value) && String(value) !== digits;
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
