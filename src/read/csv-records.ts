import type { InputRecord } from "../platform/record.js";
import { addLine, type CsvDelimiter, chooseDelimiter, type OpenRow, startRow } from "./csv-rows.js";
import { tableRow } from "./row-columns.js";
import { splitTextLines } from "./text-lines.js";

interface CsvHandlers {
  /** Whether a row stands above the header and belongs to no table. */
  isAboveHeader?(cells: readonly string[]): boolean;
  /** Once, before the first row: the names of the columns, none empty, none twice. */
  onHeader(columns: readonly string[]): void;
  /** A row by its columns' names, every value a string, and the line it begins on, from 1. */
  onRecord(record: InputRecord, line: number): void;
  /** A row of more cells than columns as it was meant; `undefined` where that cannot be known. */
  readonly mend?: (cells: readonly string[], delimiter: string) => readonly string[] | undefined;
  /** A row that cannot be read, and why. */
  onBroken(reason: string, line: number): void;
}

interface CsvEnding {
  /** The input stops inside a row. */
  readonly isTorn: boolean;
}

/** A quoted cell that goes on for longer has lost its closing quote. */
const longestOpenLines = 1000;
const longestOpenCharacters = 1 << 20;

/**
 * Reads a table with a header row: delimited by comma, semicolon or tab, whichever the header has
 * most of (or a first line `sep=;` names), with any line ends and with or without a byte-order
 * mark. Empty rows are passed over. A row with more or fewer cells than the header is broken and
 * costs itself alone; so does a quote that nothing closes, since reading goes on with the line
 * after it. Holds no more than a row. Linear in bytes.
 */
export async function readCsvRecords(
  chunks: AsyncIterable<Buffer>,
  handlers: CsvHandlers,
): Promise<CsvEnding> {
  let delimiter: CsvDelimiter | undefined;
  let columns: readonly string[] | undefined;
  let header: readonly string[] = [];
  let row: OpenRow = startRow();
  let heldLines: string[] = [];
  let heldCharacters = 0;
  let startLine = 1;
  let tooFewAt = -1;

  const finishRow = (): void => {
    const { cells } = row;
    row = startRow();
    heldLines = [];
    heldCharacters = 0;
    if (cells.every((cell) => cell.trim() === "")) return;
    if (columns === undefined) {
      if (handlers.isAboveHeader?.(cells)) return;
      columns = columnNames(cells);
      header = cells;
      handlers.onHeader(columns);
      return;
    }
    if (isHeader(cells)) {
      handlers.onBroken("the header once more", startLine);
      return;
    }
    // Before surplus cells that are empty are dropped: its writer may have left its last columns empty.
    const mended =
      cells.length > columns.length ? handlers.mend?.(cells, delimiter ?? ",") : undefined;
    while (cells.length > columns.length && cells.at(-1)?.trim() === "") cells.pop();
    if (mended !== undefined) handlers.onRecord(tableRow(columns, mended), startLine);
    else if (cells.length > columns.length) {
      handlers.onBroken("more cells than columns", startLine);
    } else if (cells.length < columns.length) {
      tooFewAt = startLine;
      handlers.onBroken("fewer cells than columns", startLine);
    } else handlers.onRecord(tableRow(columns, cells), startLine);
  };

  /** Files that were put together end to end have theirs again, with a byte-order mark or without. */
  const isHeader = (cells: readonly string[]): boolean =>
    cells.length === header.length &&
    cells.every((cell, at) => (at === 0 ? cell.replace(/^\ufeff/u, "") : cell) === header[at]);

  const addTextLine = (text: string, line: number): void => {
    if (heldLines.length === 0) startLine = line;
    delimiter ??= chooseDelimiter(text);
    const whole = text.endsWith("\r") ? text.slice(0, -1) : text;
    addLine(row, text, delimiter);
    if (row.openCell === undefined && whole !== text) {
      const last = row.cells.pop();
      if (last !== undefined) row.cells.push(last.replace(/\r$/u, ""));
    }
    heldLines.push(text);
    heldCharacters += text.length;
    if (row.openCell === undefined) finishRow();
    else if (heldLines.length > longestOpenLines || heldCharacters > longestOpenCharacters) {
      giveUpOpenRow();
    }
  };

  /** What is held has no other quote that could open a cell: this happens once a lost quote. */
  const giveUpOpenRow = (): void => {
    const [, ...later] = heldLines;
    const firstLater = startLine + 1;
    row = startRow();
    heldLines = [];
    heldCharacters = 0;
    handlers.onBroken("a quote that is never closed", startLine);
    for (const [index, text] of later.entries()) addTextLine(text, firstLater + index);
  };

  const ending = await splitTextLines(chunks, {
    onLine(text, line) {
      const named = line === 1 ? /^sep=([,;\t])\r?$/iu.exec(text)?.[1] : undefined;
      if (named === "," || named === ";" || named === "\t") delimiter = named;
      else if (text.trim() !== "" || row.openCell !== undefined) addTextLine(text, line);
    },
    onTooLong: (line) => handlers.onBroken("a row of over 16 MiB", line),
  });
  const isOpen = row.openCell !== undefined;
  while (row.openCell !== undefined) giveUpOpenRow();
  const isCut = !ending.endsWithLineEnd && (isOpen || tooFewAt === ending.lines);
  return { isTorn: isCut };
}

/** Names of columns from the cells of a header: none empty, none twice. */
export function columnNames(cells: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return cells.map((cell, index) => {
    const name = cell.trim() === "" ? `column ${index + 1}` : cell.trim();
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}
