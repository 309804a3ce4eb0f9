/** Where cells end: after the header's line, the same in the whole table. */
export type CsvDelimiter = "," | ";" | "\t";

/** A row that is being put together: a quoted cell may go on over several lines. */
export interface OpenRow {
  readonly cells: string[];
  /** The quoted cell that the lines so far end in; `undefined` when the row is whole. */
  openCell: string | undefined;
}

/** A row of which nothing has been read. */
export function startRow(): OpenRow {
  return { cells: [], openCell: undefined };
}

/**
 * Adds a line, without its line end, to a row. After RFC 4180, and as spreadsheets read what is
 * not: a quote that does not begin a cell is a character, and so is what follows a closing quote.
 * O(characters).
 */
export function addLine(row: OpenRow, line: string, delimiter: CsvDelimiter): void {
  let at = 0;
  if (row.openCell !== undefined) at = continueQuoted(row, line, 0, delimiter);
  else if (line[0] === '"') at = openQuoted(row, line, 0, delimiter);
  else at = addPlain(row, line, 0, delimiter);
  while (at <= line.length) {
    at =
      line[at] === '"' ? openQuoted(row, line, at, delimiter) : addPlain(row, line, at, delimiter);
  }
}

/** Each gives where the next cell begins; past the end of the line where there is none. */
function addPlain(row: OpenRow, line: string, from: number, delimiter: CsvDelimiter): number {
  const found = line.indexOf(delimiter, from);
  const end = found < 0 ? line.length : found;
  row.cells.push(line.slice(from, end));
  return end + 1;
}

function openQuoted(row: OpenRow, line: string, from: number, delimiter: CsvDelimiter): number {
  row.openCell = "";
  return continueQuoted(row, line, from + 1, delimiter);
}

function continueQuoted(row: OpenRow, line: string, from: number, delimiter: CsvDelimiter): number {
  let cell = row.openCell ?? "";
  let at = from;
  for (;;) {
    const quote = line.indexOf('"', at);
    if (quote < 0) {
      row.openCell = `${cell}${line.slice(at)}\n`;
      return line.length + 1;
    }
    cell += line.slice(at, quote);
    if (line[quote + 1] !== '"') {
      const found = line.indexOf(delimiter, quote + 1);
      const end = found < 0 ? line.length : found;
      row.cells.push(cell + line.slice(quote + 1, end));
      row.openCell = undefined;
      return end + 1;
    }
    cell += '"';
    at = quote + 2;
  }
}

/** Which delimiter a header uses: the one that it has most of outside of quotes. */
export function chooseDelimiter(header: string): CsvDelimiter {
  const bare = header.replace(/"(?:[^"]|"")*"/gu, "");
  const countOf = (delimiter: CsvDelimiter): number => bare.split(delimiter).length;
  const candidates: readonly CsvDelimiter[] = [",", ";", "\t"];
  return candidates.reduce((best, next) => (countOf(next) > countOf(best) ? next : best));
}
