import { UserError } from "../model/errors.js";
import { type NetworkFormat, skipLine } from "./network-format.js";
import { readNetworkEdge } from "./network-row.js";
import { splitTextLines } from "./text-lines.js";

/**
 * Matrix Market: a header, the size, and one cell of an adjacency matrix a line (`coordinate`), or
 * all of them down the columns (`array`). A symmetric matrix holds each tie once, without direction.
 *
 * https://math.nist.gov/MatrixMarket/formats.html
 */
export const matrixMarket: NetworkFormat = {
  name: "matrix-market",
  title: "Matrix Market",
  recognisedBy: "a first line `%%MatrixMarket matrix`",
  reads: "ties from row to column with weight, undirected where the matrix is symmetric",
  doesNotRead: "matrices whose rows are not its columns, and complex numbers",
  recognises: ({ text }) => /^%%MatrixMarket\s/iu.test(text),
  async read(input) {
    let isPattern = false;
    let isArray = false;
    let isSymmetric = false;
    let rows: number | undefined;
    let cell = 0;

    const readHeader = (line: string): void => {
      const [, object, layout, field, symmetry] = line.toLowerCase().split(/\s+/u);
      const isKnown =
        object === "matrix" &&
        ["coordinate", "array"].includes(layout) &&
        ["real", "integer", "double", "pattern"].includes(field) &&
        ["general", "symmetric"].includes(symmetry);
      if (!isKnown) {
        throw new UserError(
          `${input.path} is a Matrix Market file of another kind: ${line.slice(0, 80)}`,
          "write it as: %%MatrixMarket matrix coordinate real general",
        );
      }
      isArray = layout === "array";
      isPattern = field === "pattern";
      isSymmetric = symmetry === "symmetric";
    };

    const addEdge = (
      row: string,
      column: string,
      weight: string | undefined,
      line: number,
    ): void => {
      const attributes = new Map(weight === undefined ? [] : [["weight", weight]]);
      const isDirected = !isSymmetric;
      input.take(readNetworkEdge({ source: row, target: column, isDirected, attributes }), line);
    };

    /** Down the columns; of a symmetric matrix, from the diagonal on. */
    let row = 1;
    let column = 1;
    const addCell = (value: string, size: number, line: number): void => {
      cell += 1;
      if (Number(value) !== 0) addEdge(String(row), String(column), value, line);
      row += 1;
      if (row <= size) return;
      column += 1;
      row = isSymmetric ? column : 1;
    };

    const onRow = (parts: readonly string[], line: number): void => {
      if (rows === undefined) {
        rows = sizeOf(input.path, parts);
      } else if (isArray) {
        addCell(parts[0], rows, line);
      } else if (parts.length < (isPattern ? 2 : 3)) {
        skipLine(input, "a line without row, column and value", line);
      } else addEdge(parts[0], parts[1], isPattern ? undefined : parts[2], line);
    };

    await splitTextLines(input.chunks, {
      onLine(text, line) {
        const written = text.trim();
        if (line === 1) readHeader(written);
        else if (written !== "" && !written.startsWith("%")) onRow(written.split(/\s+/u), line);
      },
      onTooLong: (line) => skipLine(input, "a line of over 16 MiB", line),
    });
    return isArray && rows !== undefined && !isSymmetric && cell < rows * rows
      ? "it stops before its last cell"
      : undefined;
  },
};

function sizeOf(path: string, parts: readonly string[]): number {
  const [rows, columns] = parts.map(Number);
  if (Number.isSafeInteger(rows) && rows === columns) return rows;
  throw new UserError(
    `${path} holds a matrix of ${parts.slice(0, 2).join(" rows and ")} columns, which is no network of people`,
    "give a matrix whose rows and columns are the same people",
  );
}
