import { Unzip, UnzipInflate } from "fflate";
import { UserError } from "../model/errors.js";
import type { InputRecord } from "../platform/record.js";
import { columnNames } from "./csv-records.js";
import { isNodexlCategories } from "./edge-columns.js";
import type { FormatDescription } from "./input-format.js";
import { tableRow } from "./row-columns.js";

const aboutWorkbooks = {
  recognisedBy: "a zip archive with parts in `xl/`; then its sheets, as tables are",
  doesNotRead:
    "sheets of other kinds, which are listed. Workbooks of over 64 MiB. Ids of over 15 digits that Excel stored as numbers, since it has rounded them",
} as const;

/** What is told of workbooks beside the tables that their sheets are. */
export const workbookDescriptions: readonly FormatDescription[] = [
  {
    ...aboutWorkbooks,
    name: "edge-list",
    title: "workbooks of NodeXL (.xlsx)",
    reads:
      "the sheets Edges and Vertices, also with the row of categories above their names: all that edge lists tell",
  },
  {
    ...aboutWorkbooks,
    name: "table",
    title: "workbooks with posts (.xlsx)",
    reads:
      "every sheet that has posts, as a table of the same tool would be: archives of TAGS and others, and plain tables; dates of Excel",
  },
];

/** A sheet of a workbook, its cells as a CSV would have them. */
interface WorkbookSheet {
  readonly name: string;
  /** From the first row on, empty ones too. */
  readonly rows: readonly (readonly string[])[];
}

/** So many bytes are held of a workbook, as it is stored and when it is unpacked. */
interface WorkbookLimits {
  readonly fileBytes: number;
  readonly contentBytes: number;
}

const usualLimits: WorkbookLimits = {
  fileBytes: 64 * 1024 * 1024,
  contentBytes: 512 * 1024 * 1024,
};

/**
 * The sheets of an Excel workbook (.xlsx). Times come as ISO 8601, numbers as they are stored: an id
 * of over 15 digits that Excel took for a number is a damaged one. Holds all of it.
 *
 * @throws {UserError} for a workbook that cannot be read, of over 64 MiB, or of over 512 MiB when
 *   it is unpacked.
 */
export async function readWorkbook(
  path: string,
  chunks: AsyncIterable<Buffer>,
  limits: WorkbookLimits = usualLimits,
): Promise<readonly WorkbookSheet[]> {
  const file = await holdFile(path, chunks, limits);
  const { default: readSheets } = await import("read-excel-file/node");
  try {
    const sheets = await readSheets<string>(file, { parseNumber: writtenNumber });
    return sheets.map(({ sheet, data }) => ({
      name: sheet,
      rows: data.map((row) => row.map(cellOf)),
    }));
  } catch (error) {
    throw new UserError(
      `${path} is a workbook that cannot be read`,
      "open it in a spreadsheet program, and save the sheet as CSV (UTF-8)",
      { cause: error },
    );
  }
}

/** The file whole, once it is known that it does not unpack to more than can be held. */
async function holdFile(
  path: string,
  chunks: AsyncIterable<Buffer>,
  limits: WorkbookLimits,
): Promise<Buffer> {
  const parts: Buffer[] = [];
  let fileBytes = 0;
  let contentBytes = 0;
  const unzip = new Unzip((entry) => {
    entry.ondata = (error, data) => {
      if (error === null) contentBytes += data.length;
    };
    entry.start();
  });
  unzip.register(UnzipInflate);
  for await (const chunk of chunks) {
    parts.push(chunk);
    fileBytes += chunk.length;
    // In pieces: what a few bytes unpack to is counted before the next are.
    for (let at = 0; at < chunk.length; at += 1 << 14)
      pushPiece(unzip, chunk.subarray(at, at + (1 << 14)));
    if (fileBytes > limits.fileBytes || contentBytes > limits.contentBytes) {
      throw new UserError(
        `${path} is a workbook of over 64 MiB, or of over 512 MiB when it is unpacked`,
        "save the sheet as CSV (UTF-8)",
      );
    }
  }
  return Buffer.concat(parts);
}

/** A damaged archive is told by who reads it. */
function pushPiece(unzip: Unzip, piece: Buffer): void {
  try {
    unzip.push(piece);
  } catch {
    // It unpacks to nothing more that counts.
  }
}

/** Digits as they stand in the file: a number would round an id, or print it with an exponent. */
function writtenNumber(written: string): string {
  const number = Number(written);
  return Math.abs(number) < 1e15 ? String(number) : written;
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  return value instanceof Date ? timeOf(value) : String(value);
}

/** Excel counts days in fractions, which miss a whole second by some milliseconds. */
function timeOf(date: Date): string {
  const time = Math.round(date.getTime() / 1000) * 1000;
  return Number.isNaN(time) ? "" : new Date(time).toISOString().replace(".000Z", "Z");
}

/** A sheet with a header and at least one row. */
export interface SheetTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly record: InputRecord; readonly line: number }[];
}

/** The tables of a workbook, each under the first row that is not empty and no row of categories. */
export function tablesOfWorkbook(sheets: readonly WorkbookSheet[]): readonly SheetTable[] {
  return sheets.flatMap(({ name, rows }) => {
    const header = rows.findIndex((cells) => !isEmpty(cells) && !isNodexlCategories(cells));
    if (header < 0) return [];
    const columns = columnNames(rows[header]);
    const records = rows.flatMap((cells, at) => {
      if (at <= header || isEmpty(cells)) return [];
      const whole = columns.map((_, column) => cells[column] ?? "");
      return [{ record: tableRow(columns, whole), line: at + 1 }];
    });
    return records.length === 0 ? [] : [{ name, columns, rows: records }];
  });
}

function isEmpty(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === "");
}
