import type { InputRecord, RecordContext } from "../../platform/record.js";
import type { RecordReading } from "../input-format.js";
import { openEdgeTimes, type WithEdgeTimes } from "./edge-times.js";
import { type OpenTable, openTable } from "./open-table.js";
import { tableDialects } from "./table-dialects.js";
import type { TableRequest } from "./table-plan.js";

/** So many rows are looked at before the first is read, and as many where they leave something open. */
const sampleRows = 1000;
const mostSampleRows = 50_000;

/** A row may only stand there because one of so many rows after it refers to it. */
const rowsAhead = 3;

interface TableRowsOptions extends Omit<TableRequest, "canWait"> {
  readonly context: RecordContext;
  readonly take: (reading: RecordReading, line: number) => void;
  /** A row of what is no table of posts. */
  readonly takeOther: (record: InputRecord, line: number) => void;
}

export interface TableRows {
  onHeader(columns: readonly string[]): void;
  onRecord(record: InputRecord, line: number): void;
  /** A row of too many cells as it was meant, where its table's writer is known to make such rows. */
  mend(cells: readonly string[], delimiter: string): readonly string[] | undefined;
  /** No rows follow. */
  end(): void;
  opened(): OpenTable | undefined;
}

interface Row {
  readonly record: InputRecord;
  readonly line: number;
}

/**
 * Reads the rows of a table in their order. The first are held until it is known how to read them,
 * so that what a column holds is not judged by one cell.
 */
export function readTableRows(options: TableRowsOptions): TableRows {
  let columns: readonly string[] = [];
  let unquotedAt = -1;
  let held: Row[] = [];
  let table: OpenTable | undefined;
  let withEdgeTimes: WithEdgeTimes = (record) => record;
  let isOpen = false;

  const readRow = ({ record, line }: Row, next: readonly Row[]): void => {
    if (table === undefined) {
      options.takeOther(withEdgeTimes(record), line);
      return;
    }
    const isReferenced =
      table.isReferenced?.(
        record,
        next.map((row) => row.record),
      ) ?? false;
    const reading = table.read(record, options.context);
    options.take(isReferenced ? asReferenced(reading) : reading, line);
  };
  const readHeld = (keep: number): void => {
    const rows = held;
    const count = Math.max(0, rows.length - keep);
    for (let at = 0; at < count; at += 1) readRow(rows[at], rows.slice(at + 1, at + 1 + rowsAhead));
    held = rows.slice(count);
  };
  const open = (canWait: boolean): void => {
    const records = held.map(({ record }) => record);
    const found = openTable(columns, records, { ...options, canWait });
    if (found === "wait") return;
    if (found === undefined) {
      const times = openEdgeTimes(columns, records, { ...options, canWait });
      if (times === "wait") return;
      withEdgeTimes = times;
    }
    table = found;
    isOpen = true;
  };

  return {
    onHeader(names) {
      columns = names;
      const lower = names.map((name) => name.toLowerCase());
      const known = tableDialects.find(
        ({ unquoted, signatures }) =>
          unquoted !== undefined &&
          signatures.some((signature) => signature.every((column) => lower.includes(column))),
      );
      unquotedAt = known?.unquoted === undefined ? -1 : lower.indexOf(known.unquoted);
    },
    onRecord(record, line) {
      held.push({ record, line });
      if (!isOpen && isTimeToLook(held.length)) open(held.length < mostSampleRows);
      if (isOpen) readHeld(table?.isReferenced === undefined ? 0 : rowsAhead);
    },
    mend(cells, delimiter) {
      const surplus = cells.length - columns.length;
      if (unquotedAt < 0 || surplus <= 0) return undefined;
      const text = cells.slice(unquotedAt, unquotedAt + surplus + 1).join(delimiter);
      return [...cells.slice(0, unquotedAt), text, ...cells.slice(unquotedAt + surplus + 1)];
    },
    end() {
      if (!isOpen && columns.length > 0) open(false);
      readHeld(0);
    },
    opened: () => table,
  };
}

/** At each doubling, so that looking again costs no more than looking at the last. */
function isTimeToLook(rows: number): boolean {
  if (rows >= mostSampleRows) return true;
  return rows % sampleRows === 0 && Number.isInteger(Math.log2(rows / sampleRows));
}

function asReferenced(reading: RecordReading): RecordReading {
  const items = reading.items.map((item) =>
    item.type === "post" ? { ...item, origin: "referenced" as const } : item,
  );
  return { ...reading, items };
}
