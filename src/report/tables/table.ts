import type { RowOf, TableColumn } from "../../model/columns/column.js";
import type { Cell, Column } from "../../text/csv.js";

/** Columns with what their cells hold of a row. */
export function columnsOf<const Columns extends readonly TableColumn[]>(
  columns: Columns,
): Column<RowOf<Columns>>[] {
  return columns.map((column) => ({ name: column.column, cell: cellOf(column) }));
}

function cellOf({ key, within }: TableColumn): (row: object) => Cell {
  if (within === undefined) return (row) => fieldOf(row, key);
  return (row) => fieldOf(fieldOf(row, within), key);
}

/** That a row has the fields of its columns is what `RowOf` says; here alone they are asked for by name. */
// biome-ignore lint/suspicious/noExplicitAny: the one place where the name of a field is a value
function fieldOf(row: any, key: string): any {
  return row[key];
}
