import { stringify } from "csv-stringify/sync";
import { withFormulaGuard } from "./formula-guard.js";

/** What a cell may hold; `undefined` is an empty one, which means "not known". */
export type Cell = string | number | undefined;

export interface Column<Row> {
  readonly name: string;
  readonly cell: (row: Row) => Cell;
}

const rowsAtOnce = 1000;

/**
 * A table after RFC 4180, in UTF-8 without a byte-order mark. No text in it can run as a
 * formula. Comes in pieces, so that a large table is never one string.
 */
export function renderCsv<Row>(
  columns: readonly Column<Row>[],
  rows: Iterable<Row>,
): Generator<string> {
  return renderCsvCells(
    columns.map(({ name }) => name),
    cellsOf(columns, rows),
  );
}

function* cellsOf<Row>(
  columns: readonly Column<Row>[],
  rows: Iterable<Row>,
): Generator<readonly Cell[]> {
  for (const row of rows) yield columns.map(({ cell }) => cell(row));
}

/** The same of cells, row by row; with the mark by which Excel knows UTF-8, where that is asked for. */
export function* renderCsvCells(
  header: readonly string[],
  rows: Iterable<readonly Cell[]>,
  { bom }: { readonly bom: boolean } = { bom: false },
): Generator<string> {
  if (bom) yield "\ufeff";
  yield renderCells([header]);
  let piece: (readonly Cell[])[] = [];
  for (const row of rows) {
    piece.push(row);
    if (piece.length < rowsAtOnce) continue;
    yield renderCells(piece);
    piece = [];
  }
  if (piece.length > 0) yield renderCells(piece);
}

function renderCells(rows: readonly (readonly Cell[])[]): string {
  return stringify(
    rows.map((row) =>
      row.map((cell) => (typeof cell === "string" ? withFormulaGuard(cell) : cell)),
    ),
    {
      record_delimiter: "windows",
      // The library forgets that a bare newline ends a row too when rows end in CRLF.
      quoted_match: /[\r\n]/u,
    },
  );
}
