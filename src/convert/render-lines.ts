import { printable } from "../text/unprintable.js";

const linesAtOnce = 1000;

/** Rows as NDJSON, in pieces of many; what a terminal would act on is escaped as JSON has it. */
export function* renderNdjson(rows: Iterable<object>): Generator<string> {
  yield* renderLines(rows, (row) => plainJson(JSON.stringify(row)));
}

/** A line for each value, in pieces of many. */
export function* renderLines<Value>(
  values: Iterable<Value>,
  lineOf: (value: Value) => string,
): Generator<string> {
  let lines: string[] = [];
  for (const value of values) {
    lines.push(`${lineOf(value)}\n`);
    if (lines.length < linesAtOnce) continue;
    yield lines.join("");
    lines = [];
  }
  if (lines.length > 0) yield lines.join("");
}

function plainJson(json: string): string {
  if (printable(json) === json) return json;
  return json.replace(/[^ -~]/gu, (sign) => (printable(sign) === sign ? sign : escaped(sign)));
}

function escaped(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
