import { UserError } from "../../model/errors.js";
import type { DayOrder } from "../../model/input-settings.js";
import type { InputRecord } from "../../platform/record.js";
import { findEdgeColumns } from "../edge-columns.js";
import { edgeTime } from "../edge-time.js";
import { isTimeName } from "../network-row.js";
import { tableRow } from "../row-columns.js";
import { openTimeColumn, type TimeColumn } from "./time-column.js";

interface EdgeTimesRequest {
  readonly path: string;
  readonly dayOrder: DayOrder | undefined;
  readonly canWait: boolean;
  /** The column of times where a person has named it. */
  readonly timeColumn?: string | undefined;
}

/** A row with its times in ISO 8601, where they can be read. */
export type WithEdgeTimes = (record: InputRecord) => InputRecord;

/**
 * How to read the times of a table of ties as those of posts are: in the forms of people and spreadsheets.
 * "wait" where more rows may settle which number is the day.
 *
 * @throws {UserError} for times that could be read in two ways.
 */
export function openEdgeTimes(
  columns: readonly string[],
  rows: readonly InputRecord[],
  request: EdgeTimesRequest,
): WithEdgeTimes | "wait" {
  const { timeColumn } = request;
  const isOfTies = timeColumn !== undefined || findEdgeColumns(columns) !== undefined;
  const named = columns.filter((column) => column === timeColumn || isTimeName(column));
  const opened = new Map<string, TimeColumn>();
  for (const column of isOfTies ? named : []) {
    const values = rows.flatMap((row) => writtenTime(row[column]) ?? []);
    const isOfNumbers = values.every((value) => /^\d+$/u.test(value));
    if (isOfNumbers || values.every((value) => edgeTime(value) !== undefined)) continue;
    const times = openTimeColumn(values, request.dayOrder);
    if ("read" in times) opened.set(column, times);
    else if (request.canWait) return "wait";
    else {
      throw new UserError(
        `${request.path}: ${JSON.stringify(times.openValue)} in the column ${JSON.stringify(column)} could be read with either number as the day`,
        "say which: --dates day-first or --dates month-first",
      );
    }
  }
  if (opened.size === 0) return (record) => record;
  return (record) =>
    tableRow(
      columns,
      columns.map((column) => cellOf(record, column, opened)),
    );
}

function writtenTime(cell: unknown): string | undefined {
  const text = typeof cell === "string" ? cell.trim() : "";
  return /^(?:|NA|NaN|None|null)$/iu.test(text) ? undefined : text;
}

function cellOf(
  record: InputRecord,
  column: string,
  opened: ReadonlyMap<string, TimeColumn>,
): string {
  const cell = record[column];
  const written = typeof cell === "string" ? cell : "";
  const times = opened.get(column);
  const time =
    times === undefined || edgeTime(written) !== undefined ? undefined : times.read(written.trim());
  return time === undefined ? written : new Date(time).toISOString();
}
