import { unzipSync, zipSync } from "fflate";
import writeXlsxFile, { type Sheet, type Cell as SheetCell } from "write-excel-file/universal";
import type { TableColumn } from "../../model/columns/column.js";
import type { Cell } from "../../text/csv.js";
import type { ReportTable } from "./report-tables.js";

/** What Excel's sheets and cells hold at most. */
const mostRows = 1_048_576;
const longestCell = 32_767;
/** In characters. */
const narrowest = 8;
const widest = 48;
const rowsForWidths = 200;

/** The same whenever it is written. */
const noTime = { mtime: new Date(1980, 0, 1) };

/**
 * Tables as one workbook, a sheet each: the header stays in sight, columns are as wide as what they hold,
 * and every text has the format of text, so that no id becomes a number and nothing is a formula.
 * Times are texts in ISO 8601. A table with more rows than a sheet holds says so in its place. The
 * workbook is in memory while it is written.
 */
export async function renderWorkbook(tables: readonly ReportTable[]): Promise<Uint8Array> {
  const sheets = tables.map(sheetOf);
  const written = await (await writeXlsxFile(sheets).toBlob()).arrayBuffer();
  // Its writer sets the clock's time.
  return zipSync(unzipSync(new Uint8Array(written)), noTime);
}

function sheetOf({ name, columns, cells }: ReportTable): Sheet<Blob> {
  const data: SheetCell[][] = [
    columns.map(({ column }) => ({ value: column, fontWeight: "bold" })),
  ];
  const widths = columns.map(({ column }) => Math.max(narrowest, column.length + 2));
  for (const row of cells()) {
    if (data.length === mostRows) {
      const told = `This table has more rows than a sheet holds. It is whole in ${name}.csv.`;
      return { sheet: name, data: [[told]], columns: [{ width: widest }] };
    }
    if (data.length <= rowsForWidths) {
      for (const [at, cell] of row.entries()) {
        widths[at] = Math.max(widths[at], Math.min(widest, String(cell ?? "").length + 1));
      }
    }
    data.push(row.map((cell, at) => sheetCell(cell, columns[at])));
  }
  return { sheet: name, data, stickyRowsCount: 1, columns: widths.map((width) => ({ width })) };
}

function sheetCell(cell: Cell, { type }: TableColumn): SheetCell {
  if (cell === undefined || cell === "") return null;
  if (type === "whole" || type === "number") return { value: Number(cell), type: Number };
  const text = String(cell);
  const value = text.length > longestCell ? `${text.slice(0, longestCell - 1)}…` : text;
  return { value, type: String, format: "@" };
}
