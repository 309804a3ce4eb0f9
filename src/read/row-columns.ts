import type { InputRecord } from "../platform/record.js";

const columnsOfRows = new WeakMap<InputRecord, readonly string[]>();

/** A row of a table, by the names of its columns. */
export function tableRow(columns: readonly string[], cells: readonly string[]): InputRecord {
  const record: Record<string, string> = {};
  for (const [index, column] of columns.entries()) record[column] = cells[index];
  columnsOfRows.set(record, columns);
  return record;
}

/**
 * The names of a row's columns: of all rows of a table the very same list, so that whatever follows
 * from names alone can be found once a table.
 */
export function columnsOf(record: InputRecord): readonly string[] {
  return columnsOfRows.get(record) ?? Object.keys(record);
}
