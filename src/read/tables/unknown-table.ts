import { type ColumnField, type ColumnMap, columnFields } from "../../model/column-map.js";
import { dayOrders } from "../../model/input-settings.js";
import type { InputRecord } from "../../platform/record.js";
import { listEntries } from "./list-cell.js";
import { referenceMeaning } from "./reference-columns.js";
import type { CellOf, RowMeaning, TableDialect } from "./table-dialect.js";
import { foldedColumn, usualColumns } from "./usual-columns.js";
import { readWrittenTime } from "./written-time.js";

/** What the table of formats says of a table that no tool is known for. */
export const unknownTable = {
  name: "table",
  title: "tables of posts with columns for author, time and text",
  recognisedBy:
    "columns for author, time and text by their usual names in any spelling, or `--map`",
  reads:
    "author, time, text, link, and all columns that name ties, hashtags, links and languages. What no column tells is read from the text, by the rules of the authors' platform",
  doesNotRead: "authors who are names for display only; the columns that were not used are listed",
} as const;

/** A table whose columns a person has named. */
export function mappedDialect(map: ColumnMap): TableDialect {
  return {
    ...unknownTable,
    signatures: [],
    columns: Object.fromEntries(
      columnFields.flatMap((field) => {
        const column = map[field];
        return column === undefined ? [] : [[field, [column]]];
      }),
    ),
  };
}

/**
 * A table of no tool that is known, by the usual names of its columns and by what they hold.
 * `undefined` where it does not tell author, time and text.
 */
export function guessedDialect(
  columns: readonly string[],
  rows: readonly InputRecord[],
): TableDialect | undefined {
  const found = guessColumns(columns, rows);
  const isWhole = found.time !== undefined && found.text !== undefined;
  if (!isWhole || (found.author === undefined && found["author-id"] === undefined))
    return undefined;
  const meanings = [
    clockMeaning(found.time, clockColumn(columns, rows, found.time)),
    referenceMeaning(columns),
  ].flatMap((meaning) => meaning ?? []);
  return {
    ...mappedDialect(found),
    columns: Object.fromEntries(
      Object.entries(found).map(([field, column]) => [field, [column.toLowerCase()]]),
    ),
    meaning: (cell) => {
      const [first = {}, second = {}] = meanings.map((meaning) => meaning(cell));
      return { ...first, ...second, cells: { ...first.cells, ...second.cells } };
    },
  };
}

function clockMeaning(
  day: string | undefined,
  clock: string | undefined,
): ((cell: CellOf) => RowMeaning) | undefined {
  if (day === undefined || clock === undefined) return undefined;
  return (cell) => ({
    cells: { time: [cell(day.toLowerCase()), cell(clock)].filter(Boolean).join(" ") },
  });
}

type Guessed = Partial<Record<ColumnField, string>>;

/** Which column holds what, each column once. */
export function guessColumns(columns: readonly string[], rows: readonly InputRecord[]): Guessed {
  const byName = new Map(columns.map((column) => [foldedColumn(column), column]));
  const found: Guessed = {};
  const used = new Set<string>();
  const take = (field: ColumnField, column: string | undefined): void => {
    if (column === undefined) return;
    found[field] = column;
    used.add(column);
  };
  for (const field of columnFields) {
    const candidates = usualColumns[field].flatMap((name) => byName.get(name) ?? []);
    const free = candidates.filter((column) => !used.has(column));
    if (field === "time") take(field, bestTime(free, rows));
    else if (!["source", "target", "weight", "kind"].includes(field)) take(field, free[0]);
  }
  if (found.time === undefined) {
    const free = columns.filter((column) => !used.has(column) && !isOfAccounts(column));
    take(
      "time",
      free.find((column) => timeShare(column, rows, isTime) > 0.9),
    );
  }
  if (found.text === undefined) takeTitle(found, byName, rows);
  for (const field of ["reply-to", "repost-of", "quote-of"] as const) {
    const column = found[field];
    if (column === undefined || !namesPosts(column, rows)) continue;
    // A page of X names its author too.
    if (!valuesOf(column, rows).every((value) => pageOfX.test(value))) delete found[field];
    found[`${field}-post`] ??= column;
  }
  return found;
}

const pageOfX = /^https?:\/\/(?:\w+\.)?(?:twitter|x)\.com\/\w+\/status(?:es)?\/\d/iu;

/** Tools for feeds call the text of a post its title or its description, as Netlytic does. */
function takeTitle(
  found: Guessed,
  byName: ReadonlyMap<string, string>,
  rows: readonly InputRecord[],
): void {
  const pages = found.url === undefined ? [] : valuesOf(found.url, rows);
  if (pages.length === 0 || !pages.every((page) => pageOfX.test(page))) return;
  const text = byName.get("title") ?? byName.get("description");
  if (text === undefined) return;
  found.text = text;
  if (found.bio === byName.get("description")) delete found.bio;
}

function valuesOf(column: string, rows: readonly InputRecord[]): string[] {
  return rows.slice(0, 200).flatMap((row) => {
    const value = row[column];
    const text =
      typeof value === "string" ? value.trim() : typeof value === "number" ? String(value) : "";
    return text === "" || text === "NA" ? [] : [text];
  });
}

/** When an account was made is no time of a post. */
function isOfAccounts(column: string): boolean {
  return /^(?:user|author|account|page|channel|profile|member)_/u.test(foldedColumn(column));
}

/** The first candidate with times of day, else the first with days, else the first. */
function bestTime(candidates: readonly string[], rows: readonly InputRecord[]): string | undefined {
  const isNumber = (value: string): boolean => /^\d{5,16}(?:[.,]\d+)?$/u.test(value);
  const hasClock = (value: string): boolean =>
    isNumber(value) || dayOrders.some((order) => readWrittenTime(value, order)?.isDay === false);
  return (
    candidates.find((column) => timeShare(column, rows, hasClock) > 0.5) ??
    candidates.find((column) => timeShare(column, rows, isTime) > 0.5) ??
    candidates[0]
  );
}

function isTime(value: string): boolean {
  return dayOrders.some((order) => readWrittenTime(value, order) !== undefined);
}

function timeShare(
  column: string,
  rows: readonly InputRecord[],
  counts: (value: string) => boolean,
): number {
  const values = valuesOf(column, rows);
  return values.length === 0 ? 0 : values.filter(counts).length / values.length;
}

const clockOnly = /^\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?$/iu;

/** A column beside one of days that holds the times of day. */
function clockColumn(
  columns: readonly string[],
  rows: readonly InputRecord[],
  dayColumn: string | undefined,
): string | undefined {
  if (dayColumn === undefined || valuesOf(dayColumn, rows).some((value) => value.includes(":"))) {
    return undefined;
  }
  return columns
    .find((column) => {
      const values = valuesOf(column, rows);
      const isClock = /^(?:time|hour|clock|uhrzeit|zeit|time_of_day|timestamp)$/u.test(
        foldedColumn(column),
      );
      return isClock && values.length > 0 && values.every((value) => clockOnly.test(value));
    })
    ?.toLowerCase();
}

/** Whether a column that could name people holds posts: their addresses, or numbers as long as X's. */
function namesPosts(column: string, rows: readonly InputRecord[]): boolean {
  const entries = valuesOf(column, rows).flatMap((value) => listEntries(value));
  const isPost = (entry: unknown): boolean =>
    typeof entry === "string" && /^(?:at:\/\/|https?:.*\/status\/|\d{15,}$)/u.test(entry);
  return entries.length > 0 && entries.every(isPost);
}
