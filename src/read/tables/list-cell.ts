import { type InputRecord, isRecord } from "../../platform/record.js";
import { looksLiteral, parseLiteral } from "./literal-cell.js";

export type ListEntry = string | InputRecord;

const nameField = /\b(?:acct|screen_name|username|handle)["']?\s*[:=]\s*["']([^"']+)["']/gu;
const anySeparator = /[\s,;|[\]"'()]+/u;

/**
 * The entries of a list in a cell, however it is written: JSON, as Python prints a list or R a
 * vector, or words with `separator` between them.
 */
export function listEntries(cell: string | undefined, separator?: RegExp): ListEntry[] {
  if (cell === undefined) return [];
  if (looksLiteral(cell)) {
    const value = parseLiteral(cell);
    if (value !== undefined) return entriesOf(value);
    // A spreadsheet cuts long cells, and other objects print in ways of their own.
    if (/[({]/u.test(cell)) return [...cell.matchAll(nameField)].map(([, name]) => name);
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
  if (typeof value === "number") return [String(value)];
  return typeof value === "string" && value.trim() !== "" ? [value.trim()] : [];
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
