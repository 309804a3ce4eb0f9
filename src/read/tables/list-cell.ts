import { type InputRecord, isRecord } from "../input-format.js";

export type ListEntry = string | InputRecord;

const anySeparator = /[\s,;|[\]"'()]+/u;

/**
 * The entries of a list in a cell, however it is written: JSON, as Python prints a list or R a
 * vector, or words with `separator` between them.
 */
export function listEntries(cell: string | undefined, separator?: RegExp): ListEntry[] {
  if (cell === undefined) return [];
  if (/^[[{]/u.test(cell)) {
    const value = parseJson(cell) ?? parseJson(pythonAsJson(cell));
    if (value !== undefined) return entriesOf(value);
  }
  if (/^c\(.*\)$/su.test(cell)) {
    return [...cell.matchAll(/"((?:[^"\\]|\\.)*)"/gu)].map(([, entry]) => entry);
  }
  return cell
    .split(separator ?? anySeparator)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
}

function entriesOf(value: unknown): ListEntry[] {
  if (Array.isArray(value)) return value.flatMap((entry) => entriesOf(entry));
  if (isRecord(value)) return [value];
  return typeof value === "string" && value.trim() !== "" ? [value.trim()] : [];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `['a', "b's", None]` as JSON; of anything else it may be none. */
function pythonAsJson(text: string): string {
  return text.replace(
    /'((?:[^'\\]|\\.)*)'|"(?:[^"\\]|\\.)*"|\b(None|True|False)\b/gu,
    (whole, single: string | undefined, word: string | undefined) => {
      if (single !== undefined) return JSON.stringify(single.replaceAll("\\'", "'"));
      if (word !== undefined) return word === "None" ? "null" : word.toLowerCase();
      return whole;
    },
  );
}

/** The first of the fields that holds words or a whole number, of an entry that has fields. */
export function fieldOf(entry: InputRecord, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = entry[name];
    if (typeof value === "string" && value.trim() !== "") return value.trim();
    if (typeof value === "number" && Number.isSafeInteger(value)) return String(value);
  }
  return undefined;
}
