import { type InputRecord, isRecord } from "../../platform/record.js";
import { looksLiteral, parseLiteral } from "./literal-cell.js";

/** What pandas and R put between the steps of a path, and Apify, which counts the items of lists. */
const steps = /[./]/u;

/** Fields that hold an object, for tables whose paths have underscores between their steps. */
const objectFields = ["account", "user", "entities", "retweeted_status", "quoted_status", "reblog"];

const namesOfTheirOwn = /^(?:quoted_status_(?:id|permalink)|user_mentions)/u;

/** Whatever stands in these is text, also where it looks like a number, a list or a yes. */
const textFields = new Set(
  "text full_text fullText content rawContent name display_name displayName description note".split(
    " ",
  ),
);

/**
 * A row of JSON from a row of a table that pandas (`json_normalize`, `DataFrame`), R (`flatten`) or
 * Apify has made of it: columns are paths, lists and what is inside them stand in a cell as JSON or as
 * Python prints them.
 */
export function nestedRow(record: InputRecord): InputRecord {
  const root: Record<string, unknown> = Object.create(null);
  const isDotted = Object.keys(record).some((column) => steps.test(column));
  for (const [column, cell] of Object.entries(record)) {
    const path = isDotted ? column.split(steps) : underscorePath(column);
    const value = cellValue(cell, path.at(-1) ?? column);
    if (value !== undefined) put(root, path, value);
  }
  return withLists(root) as InputRecord;
}

function underscorePath(column: string): string[] {
  const field = objectFields.find((name) => column.startsWith(`${name}_`));
  const rest = column.slice((field?.length ?? 0) + 1);
  if (field === undefined || namesOfTheirOwn.test(column)) return [column];
  return field.endsWith("status") || field === "reblog"
    ? [field, ...underscorePath(rest)]
    : [field, rest];
}

function put(root: Record<string, unknown>, path: readonly string[], value: unknown): void {
  let place = root;
  for (const step of path.slice(0, -1)) {
    const inner = place[step];
    // A whole object in a cell of its own says all that its parts could say.
    if (inner !== undefined && Object.getPrototypeOf(inner) !== null) return;
    const next = (inner ?? Object.create(null)) as Record<string, unknown>;
    place[step] = next;
    place = next;
  }
  place[path.at(-1) ?? ""] ??= value;
}

function cellValue(cell: unknown, field: string): unknown {
  if (typeof cell !== "string") return cell ?? undefined;
  const text = cell.trim();
  if (text === "" || text === "NA") return undefined;
  if (textFields.has(field)) return cell;
  if (/^(?:true|false)$/iu.test(text)) return text.toLowerCase() === "true";
  if (looksLiteral(text)) return parseLiteral(text) ?? cell;
  if (/^\d{1,15}(?:\.0)?$/u.test(text)) {
    return /count$|^follow|^friends/iu.test(field) ? Number(text) : text.replace(/\.0$/u, "");
  }
  return cell;
}

/** Objects whose keys count from 0 are lists. */
function withLists(value: unknown): unknown {
  if (!isRecord(value) || Object.getPrototypeOf(value) !== null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, withLists(inner)] as const);
  if (entries.length > 0 && entries.every(([key], at) => key === String(at))) {
    return entries.map(([, inner]) => inner);
  }
  return Object.fromEntries(entries);
}
