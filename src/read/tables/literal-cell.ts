import type { InputRecord } from "../../platform/record.js";

/** Whether a cell begins as a list, a dictionary or an object of Python does. */
export function looksLiteral(cell: string): boolean {
  return /^(?:[[{]|[A-Z]\w*\()/u.test(cell);
}

/** Deeper nesting than any post has. */
const deepest = 60;

/**
 * The value of a cell that holds JSON, or a list or dictionary as Python prints it, which is what pandas
 * writes. Of an object (`User(username='ann', id=1)`) its fields are read, or its one argument; of
 * `datetime.datetime(2023, 1, 1, 10, 0)` the time. Whole numbers that JavaScript would round are text. `undefined` for anything else.
 *
 * https://docs.python.org/3/reference/lexical_analysis.html#literals
 */
export function parseLiteral(text: string): unknown {
  return (/\d{16}/u.test(text) ? undefined : parseJson(text)) ?? parsePrinted(text);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function parsePrinted(text: string): unknown {
  const reader = { text, at: 0 };
  try {
    const value = readValue(reader, 0);
    skipSpace(reader);
    return reader.at === text.length ? value : undefined;
  } catch (error) {
    if (error instanceof NoLiteral) return undefined;
    throw error;
  }
}

class NoLiteral extends Error {}

interface Reader {
  readonly text: string;
  at: number;
}

const numberPattern = /[+-]?(?:\d[\d_]*)?\.?\d+(?:[eE][+-]?\d+)?/uy;
const wordPattern = /[A-Za-z_][\w.]*/uy;

function readValue(reader: Reader, depth: number): unknown {
  if (depth > deepest) throw new NoLiteral();
  skipSpace(reader);
  const next = reader.text[reader.at];
  if (next === "[") return readItems(reader, "]", depth);
  if (next === "(") return readItems(reader, ")", depth);
  if (next === "{") return readDictionary(reader, depth);
  if (next === "'" || next === '"') return readString(reader, next);
  const number = take(reader, numberPattern);
  if (number !== undefined) return numberOf(number);
  const word = take(reader, wordPattern);
  if (word === undefined) throw new NoLiteral();
  const quote = reader.text[reader.at];
  if (/^[bru]$/iu.test(word) && (quote === "'" || quote === '"')) return readString(reader, quote);
  return quote === "(" ? readCall(reader, word, depth) : valueOfWord(word);
}

function valueOfWord(word: string): unknown {
  switch (word) {
    case "None":
    case "nan":
    case "NaT":
    case "null":
      return null;
    case "True":
    case "true":
      return true;
    case "False":
    case "false":
      return false;
    default:
      // The name of something that has no value here, such as `datetime.timezone.utc`.
      if (word.includes(".")) return null;
      throw new NoLiteral();
  }
}

function numberOf(written: string): number | string {
  const number = Number(written.replaceAll("_", ""));
  return Number.isInteger(number) && !Number.isSafeInteger(number) ? written : number;
}

function readItems(reader: Reader, end: string, depth: number): unknown[] {
  reader.at += 1;
  const items: unknown[] = [];
  while (!takes(reader, end)) {
    items.push(readValue(reader, depth + 1));
    if (!takes(reader, ",") && !isNext(reader, end)) throw new NoLiteral();
  }
  return items;
}

function readDictionary(reader: Reader, depth: number): InputRecord {
  reader.at += 1;
  const entries: [string, unknown][] = [];
  while (!takes(reader, "}")) {
    const key = readValue(reader, depth + 1);
    if (!takes(reader, ":")) throw new NoLiteral();
    entries.push([String(key), readValue(reader, depth + 1)]);
    if (!takes(reader, ",") && !isNext(reader, "}")) throw new NoLiteral();
  }
  return Object.fromEntries(entries);
}

const escapes: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f" };

function readString(reader: Reader, quote: string): string {
  reader.at += 1;
  let value = "";
  for (;;) {
    const letter = reader.text[reader.at];
    if (letter === undefined) throw new NoLiteral();
    reader.at += 1;
    if (letter === quote) return value;
    value += letter === "\\" ? readEscape(reader) : letter;
  }
}

const codePattern = /x[\dA-Fa-f]{2}|u[\dA-Fa-f]{4}|U[\dA-Fa-f]{8}/uy;

function readEscape(reader: Reader): string {
  const code = take(reader, codePattern);
  if (code !== undefined) {
    const point = Number.parseInt(code.slice(1), 16);
    if (point > 0x10_ff_ff) throw new NoLiteral();
    return String.fromCodePoint(point);
  }
  const letter = reader.text[reader.at] ?? "";
  reader.at += 1;
  return escapes[letter] ?? letter;
}

function readCall(reader: Reader, name: string, depth: number): unknown {
  reader.at += 1;
  const values: unknown[] = [];
  const fields: [string, unknown][] = [];
  while (!takes(reader, ")")) {
    skipSpace(reader);
    const field = take(reader, /[A-Za-z_]\w*\s*=/uy)
      ?.slice(0, -1)
      .trim();
    const value = readValue(reader, depth + 1);
    if (field === undefined) values.push(value);
    else fields.push([field, value]);
    if (!takes(reader, ",") && !isNext(reader, ")")) throw new NoLiteral();
  }
  // A zone stands in a field; times without one are in UTC.
  if (/(?:^|\.)datetime$/u.test(name)) return timeOf(values);
  if (fields.length > 0) return Object.fromEntries(fields);
  return values.length === 1 ? values[0] : null;
}

function timeOf(parts: readonly unknown[]): string | null {
  const [year, month, day, hour = 0, minute = 0, second = 0] = parts.map(Number);
  const time = Date.UTC(year, month - 1, day, hour, minute, second);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

function skipSpace(reader: Reader): void {
  take(reader, /\s+/uy);
}

function take(reader: Reader, pattern: RegExp): string | undefined {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text)?.[0];
  reader.at += found?.length ?? 0;
  return found;
}

function isNext(reader: Reader, sign: string): boolean {
  skipSpace(reader);
  return reader.text[reader.at] === sign;
}

function takes(reader: Reader, sign: string): boolean {
  const isThere = isNext(reader, sign);
  if (isThere) reader.at += 1;
  return isThere;
}
