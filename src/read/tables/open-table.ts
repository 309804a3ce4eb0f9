import {
  type ColumnField,
  type ColumnMap,
  columnFields,
  isEdgeMap,
} from "../../model/column-map.js";
import { UserError } from "../../model/errors.js";
import type { InputFormatName } from "../../model/provenance.js";
import { refusalFlag } from "../../platform/lenient.js";
import type { InputRecord, RecordContext } from "../../platform/record.js";
import { mappedEdgeList } from "../edge-list.js";
import { type RecordReading, skippedRecord } from "../input-format.js";
import { columnsApart } from "../rtweet-1.js";
import { openEdgeTimes } from "./edge-times.js";
import { nestedTable } from "./nested-table.js";
import { refuseOtherPlatform } from "./refuse-other-platform.js";
import { cellsOf, fieldCells } from "./table-cells.js";
import type { CellOf, ReferencedRows, RowMeaning, TableDialect } from "./table-dialect.js";
import { tableDialects } from "./table-dialects.js";
import { platformOfName } from "./table-person.js";
import { type FieldCell, planTable, type TablePlan, type TableRequest } from "./table-plan.js";
import { readTableRow } from "./table-row.js";
import { guessedDialect, mappedDialect } from "./unknown-table.js";
import { usefulUnused } from "./usual-columns.js";

/** A table whose rows can be read. */
export interface OpenTable {
  readonly format: InputFormatName;
  readonly title: string;
  /** What a person should know of how it is read, in sentences without a full stop. */
  readonly notes: readonly string[];
  readonly unusedColumns: readonly string[];
  /** Whether a row only stands there because one of the next refers to it. */
  readonly isReferenced: ReferencedRows | undefined;
  readonly read: (record: InputRecord, context: RecordContext) => RecordReading;
}

/**
 * How to read a table, from its columns and its first rows: by the map, as the tool that wrote it
 * would, or by the usual names of columns. `undefined` where it is no table of posts; "wait" where
 * more rows may settle it.
 *
 * @throws {UserError} for times that could be read in two ways, and for authors who are no accounts.
 */
export function openTable(
  columns: readonly string[],
  rows: readonly InputRecord[],
  request: TableRequest,
): OpenTable | "wait" | undefined {
  const { map, format } = request;
  if (map !== undefined && isEdgeMap(map)) return edgeTable(map, columns, rows, request);
  const apart = map === undefined ? columnsApart(columns) : undefined;
  if (apart !== undefined) return openRtweetTable(apart, rows, request);
  const known = map === undefined ? knownDialect(columns, format) : undefined;
  const nested = map === undefined && known === undefined ? flattened(rows, format) : undefined;
  if (nested !== undefined) return nested;
  const dialect =
    map === undefined ? (known ?? plainDialect(columns, rows, format)) : mappedDialect(map);
  if (dialect === undefined) return undefined;
  if (dialect.name === "table" && map === undefined && format === undefined) {
    refuseOtherPlatform(request.path, columns, rows);
  }
  const columnOf = resolveColumns(dialect, columns, map !== undefined);
  const byLowerName = new Map(columns.map((column) => [column.toLowerCase(), column]));
  const rowOf = (record: InputRecord): { cell: FieldCell; meaning: RowMeaning } => {
    const cells = cellsOf(record, byLowerName);
    const meaning = { ...dialect.meaning?.(cells), isProtected: isProtected(cells) };
    return { cell: fieldCells(record, columnOf, meaning), meaning };
  };
  const sample = rows.map((record) => rowOf(record).cell);
  const plan = planTable(dialect, columnOf, sample, request);
  if (plan === "wait") return "wait";
  if (dialect.name === "table") checkAuthors(plan, sample, request.path, columnOf.get("author"));
  return {
    format: dialect.name,
    title: dialect.title,
    notes: plan.notes,
    unusedColumns: usefulUnused(columns, usedColumns(dialect, columns, rows, columnOf)),
    isReferenced: dialect.referencedRows?.(rows),
    read(record, context) {
      const { cell, meaning } = rowOf(record);
      if (meaning.skip !== undefined) return skippedRecord(meaning.skip);
      return readTableRow(plan, cell, meaning, context);
    },
  };
}

const protectedColumns = ["author.protected", "user_protected", "author_protected", "protected"];

/** Whether the author's account is protected, as X calls it: twarc-csv, academictwitteR, rtweet. */
function isProtected(cell: CellOf): boolean {
  return protectedColumns.some((column) => refusalFlag.parse(cell(column)) === true);
}

/** A table of rtweet 1.x in which authors stand beside posts. */
function openRtweetTable(
  names: ReadonlyMap<string, string>,
  rows: readonly InputRecord[],
  request: TableRequest,
): OpenTable | "wait" | undefined {
  const renamed = (record: InputRecord): InputRecord =>
    Object.fromEntries(
      Object.entries(record).map(([key, value]) => [names.get(key) ?? key, value]),
    );
  const asTable = { ...request, format: request.format ?? ("table" as const) };
  const table = openTable([...names.values()], rows.map(renamed), asTable);
  if (table === undefined || table === "wait") return table;
  const { notes, read } = table;
  return {
    ...table,
    notes: [...notes, "a table of rtweet has lost who is quoted; jsonlite::stream_out keeps it"],
    read: (record, context) => read(renamed(record), context),
  };
}

/** What a table's columns are read for: their fields, and what the meaning of its rows looks at. */
function usedColumns(
  { meaning, setAside = [] }: TableDialect,
  columns: readonly string[],
  rows: readonly InputRecord[],
  columnOf: ReadonlyMap<ColumnField, string>,
): ReadonlySet<string> {
  const byLowerName = new Map(columns.map((column) => [column.toLowerCase(), column]));
  const used = new Set(columnOf.values());
  const take = (name: string): void => {
    used.add(byLowerName.get(name) ?? name);
  };
  for (const name of setAside) take(name);
  for (const row of rows) {
    const cell = cellsOf(row, byLowerName);
    meaning?.((name) => {
      take(name);
      return cell(name);
    });
  }
  return used;
}

function knownDialect(
  columns: readonly string[],
  format: InputFormatName | undefined,
): TableDialect | undefined {
  const named = tableDialects.find(({ name }) => name === format || name === `${format}-csv`);
  if (named !== undefined || format !== undefined) return named;
  const names = new Set(columns.map((column) => column.toLowerCase()));
  return tableDialects.find(
    ({ signatures, neverHas = [] }) =>
      signatures.some((signature) => signature.every((column) => names.has(column))) &&
      !neverHas.some((column) => names.has(column)),
  );
}

function plainDialect(
  columns: readonly string[],
  rows: readonly InputRecord[],
  format: InputFormatName | undefined,
): TableDialect | undefined {
  return format === undefined || format === "table" ? guessedDialect(columns, rows) : undefined;
}

/** A table that was nested JSON, read as that JSON. */
function flattened(
  rows: readonly InputRecord[],
  named: InputFormatName | undefined,
): OpenTable | undefined {
  const found = nestedTable(rows);
  if (found === undefined || (named !== undefined && named !== found.format.name)) return undefined;
  const { format, rowOf } = found;
  return {
    format: format.name,
    title: format.title,
    notes: [`a table that was made of ${format.title}, and is read as them`],
    unusedColumns: [],
    isReferenced: undefined,
    read: (record, context) => format.readRecord(rowOf(record), context),
  };
}

/** The first column of each field that the table has. Names of a map are as they are written. */
function resolveColumns(
  dialect: TableDialect,
  columns: readonly string[],
  isExact: boolean,
): ReadonlyMap<ColumnField, string> {
  const byName = new Map(
    columns.map((column) => [isExact ? column : column.toLowerCase(), column]),
  );
  return new Map(
    columnFields.flatMap((field) => {
      const names = dialect.columns[field] ?? [];
      const column = names.map((name) => byName.get(name)).find((found) => found !== undefined);
      return column === undefined ? [] : [[field, column] as const];
    }),
  );
}

/** A name for display neither tells people apart nor can be found in other people's texts. */
function checkAuthors(
  plan: TablePlan,
  sample: readonly FieldCell[],
  path: string,
  column: string | undefined,
): void {
  if (plan.holdsIds("author") || plan.has("author-id") || column === undefined) return;
  const authors = sample.flatMap((cell) =>
    cell("url") === undefined ? (cell("author") ?? []) : [],
  );
  const foreign = authors.filter((author) => platformOfName(author) === undefined);
  if (foreign.length === 0 || foreign.length * 2 < authors.length) return;
  throw new UserError(
    `${path}: authors in the column ${JSON.stringify(column)} are names for display, such as ${JSON.stringify(foreign[0].slice(0, 40))}: ` +
      "several people may share one, and posts that mention or answer them use another name",
    "name the column that holds their accounts, such as --map author=screen_name,…; where there is none, the ties are not in the file",
  );
}

/** A table of ties by `--map`, which the reader of edge lists takes. */
function edgeTable(
  map: ColumnMap,
  columns: readonly string[],
  rows: readonly InputRecord[],
  request: TableRequest,
): OpenTable | "wait" {
  const { source = "", target = "", weight, time, kind } = map;
  const format = mappedEdgeList({ source, target, weight, time, kind });
  const withTimes = openEdgeTimes(columns, rows, { ...request, timeColumn: time });
  if (withTimes === "wait") return "wait";
  return {
    format: format.name,
    title: format.title,
    notes: [],
    unusedColumns: [],
    isReferenced: undefined,
    read: (record, context) => format.readRecord(withTimes(record), context),
  };
}
