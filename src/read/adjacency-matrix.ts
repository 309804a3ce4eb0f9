import { UserError } from "../model/errors.js";
import { addLine, type CsvDelimiter, chooseDelimiter, startRow } from "./csv-rows.js";
import { type NetworkFormat, skipLine } from "./network-format.js";
import { readNetworkEdge, readNetworkNode } from "./network-row.js";
import { splitTextLines } from "./text-lines.js";

const fewestPeople = 2;
const rowsLookedAt = 100;

/** A table with people down and across, and in each cell how strong the tie from row to column is. */
export const adjacencyMatrix: NetworkFormat = {
  name: "matrix",
  title: "adjacency matrices with names (CSV)",
  recognisedBy: "rows that begin with a name of a column, and numbers everywhere else",
  reads: "a tie from the row to the column for every number above 0; people",
  doesNotRead: "matrices without names, which are refused",
  recognises({ lines }) {
    const written = lines.filter((line) => line.trim() !== "");
    return isNameless(written) || isMatrix(written);
  },
  async read(input) {
    refuseNameless(input.path, input.start.lines);
    let delimiter: CsvDelimiter | undefined;
    let columns: readonly string[] | undefined;
    await splitTextLines(input.chunks, {
      onLine(text, line) {
        if (text.trim() === "") return;
        delimiter ??= chooseDelimiter(text);
        const cells = cellsOf(text, delimiter);
        if (columns === undefined) {
          columns = cells[0].trim() === "" ? cells.slice(1) : cells;
          for (const id of columns) {
            input.take(readNetworkNode({ id, attributes: new Map() }), line);
          }
          return;
        }
        const [source, ...values] = cells;
        // A corner that is not empty stands before the names of the columns.
        if (values.length === columns.length - 1) columns = columns.slice(1);
        if (values.length !== columns.length) {
          skipLine(input, "a row with more or fewer cells than people", line);
          return;
        }
        for (const [at, target] of columns.entries()) {
          const weight = values[at].trim();
          if (weight === "" || Number(weight.replace(",", ".")) === 0) continue;
          const attributes = new Map([["weight", weight]]);
          input.take(readNetworkEdge({ source, target, isDirected: true, attributes }), line);
        }
      },
      onTooLong: (line) => skipLine(input, "a line of over 16 MiB", line),
    });
    return undefined;
  },
};

function refuseNameless(path: string, lines: readonly string[]): void {
  if (!isNameless(lines.filter((line) => line.trim() !== ""))) return;
  throw new UserError(
    `${path} is a matrix without names: nothing says who its rows and columns are`,
    "write their names above the columns and before the rows",
  );
}

/**
 * As many rows as columns, numbers in all of them and nothing on the diagonal, without a header or under
 * the one that R makes up (V1, V2, …). An edge list has no such diagonal: its third column would be a
 * weight of 0.
 */
function isNameless(lines: readonly string[]): boolean {
  const delimiter = /[,;\t]/u.test(lines[0] ?? "") ? chooseDelimiter(lines[0]) : undefined;
  const cut = lines.map((line) =>
    (delimiter === undefined ? line.trim().split(/\s+/u) : cellsOf(line, delimiter)).map((cell) =>
      cell.trim(),
    ),
  );
  const [header = []] = cut;
  const invented = header.filter((cell) => /^[VX]\d+$/u.test(cell)).length;
  const hasHeader = invented >= header.length - 1 && invented > 0;
  const rows = hasHeader ? cut.slice(1) : cut;
  const order = hasHeader ? invented : header.length;
  if (order < 3 || rows.length !== order) return false;
  return rows.every((row, at) => {
    const values = row.slice(row.length - order);
    const isWhole = row.length === order || (hasHeader && row.length === order + 1);
    return (
      isWhole && values.every((cell) => /^\d+(?:[.,]\d+)?$/u.test(cell)) && Number(values[at]) === 0
    );
  });
}

function cellsOf(line: string, delimiter: CsvDelimiter): string[] {
  const row = startRow();
  addLine(row, line.replace(/\r$/u, ""), delimiter);
  if (row.openCell !== undefined) row.cells.push(row.openCell);
  return row.cells;
}

function isMatrix(lines: readonly string[]): boolean {
  if (lines.length <= fewestPeople) return false;
  const delimiter = chooseDelimiter(lines[0]);
  const header = cellsOf(lines[0], delimiter);
  const names = new Set(header.map((cell) => cell.trim()).filter((cell) => cell !== ""));
  if (names.size < fewestPeople) return false;
  return lines.slice(1, rowsLookedAt).every((line) => {
    const [name, ...values] = cellsOf(line, delimiter);
    const isWhole = values.length === header.length - 1 || values.length === header.length;
    return isWhole && names.has(name.trim()) && values.every(isNumberOrEmpty);
  });
}

function isNumberOrEmpty(cell: string): boolean {
  return Number.isFinite(Number(cell.trim().replace(",", ".")));
}
