import { basename } from "node:path";
import { UserError } from "../model/errors.js";
import type { InputSettings } from "../model/input-settings.js";
import type { Acceptance, Item } from "../model/item.js";
import type { InputSummary } from "../model/provenance.js";
import type { InputRecord, RecordContext } from "../platform/record.js";
import { printable } from "../text/unprintable.js";
import { startPeopleCheck } from "./check-people.js";
import { readCsvRecords } from "./csv-records.js";
import { isNodexlCategories } from "./edge-columns.js";
import { inputPath, openInput } from "./input-bytes.js";
import type { InputFormat, RecordReading } from "./input-format.js";
import { describedFormats, inputFormats } from "./input-formats.js";
import { startTally } from "./input-tally.js";
import { type JsonText, splitJson } from "./json-records.js";
import { wholeOutbox } from "./mastodon-archive.js";
import type { TextStart } from "./network-format.js";
import { startJsonParser } from "./parse-json.js";
import { peekBehindBlankLines } from "./peek-bytes.js";
import { type InputContent, sniffContent, sniffedBytes, startOfText } from "./sniff-content.js";
import { checkColumns, unknownTable } from "./table-columns.js";
import { readTableRows, type TableRows } from "./tables/read-table.js";
import { unboxRecord } from "./unbox-record.js";
import { isWorkbook } from "./unread-files.js";
import { unwrapRecord } from "./unwrap-record.js";
import { readWorkbook, type SheetTable, tablesOfWorkbook } from "./workbook.js";
import { openArchive } from "./x-archive-file.js";

interface ReadInputOptions extends InputSettings {
  /** Its place among the inputs, from 0: ids that are local to a file must not meet another's. */
  readonly ordinal: number;
  /** All inputs: an X archive finds its owner's file among them. */
  readonly inputs?: readonly string[];
  readonly standardInput: AsyncIterable<Buffer>;
  /** The share of the file is known where it has an end. */
  readonly onProgress: (bytesRead: number, rowsRead: number, share: number | undefined) => void;
}

/** So many rows in a row of no known format are enough to know. */
const patienceRows = 1000;

/**
 * Streams one input and hands every item to `accept`, in the input's order: rows of JSON, of a
 * table, whose format is found from the first row that a format recognises, or a network. A broken row costs itself alone.
 *
 * @throws {UserError} where the input cannot be opened or is of no format that is known.
 */
export async function readInput(
  path: string,
  options: ReadInputOptions,
  accept: (item: Item) => Acceptance,
): Promise<InputSummary> {
  const file = await inputPath(path);
  const input = await openInput(file, options.standardInput);
  const tally = startTally(accept);
  const { counts, skip } = tally;
  const context: RecordContext = {
    idScope: `input ${options.ordinal}`,
    server: undefined,
    retrievedAt: undefined,
    origin: "found",
  };
  const { map } = options;
  const parse = startJsonParser();
  let candidates = inputFormats;
  let format = inputFormats.find(({ name }) => name === options.format);
  let columns: readonly string[] | undefined;
  let firstForeignRow: InputRecord | undefined;

  const people = startPeopleCheck(path);

  const takeReading = (reading: RecordReading, line: number): void => {
    people.note(reading);
    for (const item of reading.items) tally.take(item);
    for (const reason of reading.skipped) skip(reason, line);
    for (const text of reading.remarks ?? []) tally.remark(text, line);
    for (const key of reading.unknownKeys) tally.meetUnknownKey(key);
    if (reading.unreadTime !== undefined) tally.meetUnreadTime(reading.unreadTime);
  };

  const readRecord = (record: InputRecord, recordContext: RecordContext, line: number): void => {
    // Until something is kept, the first row may have been an odd one.
    if (format === undefined || (counts.kept === 0 && !isOfFormat(record, format, options))) {
      format = candidates.find((candidate) => candidate.recognises(record)) ?? format;
    }
    if (format === undefined || !isOfFormat(record, format, options)) {
      firstForeignRow ??= record;
      skip(format === undefined ? "no known format" : `no row of ${format.title}`, line);
      if (format === undefined && counts.read >= patienceRows) {
        throw unknownFormat(path, firstForeignRow, columns);
      }
      return;
    }
    takeReading(format.readRecord(record, recordContext), line);
  };

  /** Whether it was JSON. */
  const readLine = ({ text, line }: JsonText): boolean => {
    let value: unknown;
    try {
      value = parse(text);
    } catch {
      return false;
    }
    for (const unwrapped of unwrapRecord(wholeOutbox(value, text), context)) {
      if ("skipped" in unwrapped) skip(unwrapped.skipped, line);
      else readRecord(outOfBoxes(unwrapped.record), unwrapped.context, line);
    }
    return true;
  };
  const readText = (json: JsonText): void => {
    if (!readLine(json)) skip("broken JSON", json.line);
  };

  /** A row that no format recognises may be one that R has put into boxes. */
  const outOfBoxes = (record: InputRecord): InputRecord => {
    const isKnown = format !== undefined && isOfFormat(record, format, options);
    if (isKnown || candidates.some((other) => other.recognises(record))) return record;
    const unboxed = unboxRecord(record);
    return candidates.some((other) => other.recognises(unboxed)) ? unboxed : record;
  };

  const startTable = (): TableRows =>
    readTableRows({
      ...{ path, map, format: options.format, dayOrder: options.dayOrder, context },
      take: takeReading,
      takeOther: (record, line) => readRecord(record, context, line),
    });
  let table = startTable();
  const tables = [table];
  const onHeader = (names: readonly string[]): void => {
    columns = names;
    if (map !== undefined) checkColumns(path, names, map);
    table.onHeader(names);
  };

  /** All sheets that one format recognises, or the map fits; the others are told by their names. */
  const readTables = (sheets: readonly SheetTable[]): void => {
    const formats = format === undefined ? inputFormats : [format];
    const sheetFormat = formats.find((candidate) =>
      sheets.some(({ rows: [first] }) => candidate.recognises(first.record)),
    );
    const isMapped = ({ columns: names }: SheetTable): boolean =>
      Object.values(map ?? {}).every((column) => names.includes(column));
    const mapped = map === undefined ? [] : sheets.filter(isMapped);
    for (const [index, sheet] of sheets.entries()) {
      const isOfSheets =
        mapped.length > 0 ? mapped.includes(sheet) : sheetFormat?.recognises(sheet.rows[0].record);
      if (isOfSheets ?? index === 0) {
        if (table.opened() !== undefined) {
          table = startTable();
          tables.push(table);
        }
        onHeader(sheet.columns);
        for (const { record, line } of sheet.rows) table.onRecord(record, line);
        table.end();
      } else tally.meetUnknownKey(`sheet ${sheet.name}`);
    }
  };

  /** Says what shows that the rows end before their end. */
  const readContent = async (
    content: InputContent,
    chunks: AsyncIterable<Buffer>,
    start: TextStart,
  ): Promise<string | undefined> => {
    switch (content) {
      case "json": {
        const handlers = { onText: readText, onLine: readLine, onBroken: skip };
        const { isTorn } = await splitJson(chunks, handlers);
        return isTorn ? "it stops inside a row" : undefined;
      }
      case "csv": {
        const { isTorn } = await readCsvRecords(chunks, {
          onHeader,
          onRecord: table.onRecord,
          mend: table.mend,
          onBroken: skip,
          isAboveHeader: isNodexlCategories,
        });
        table.end();
        return isTorn ? "it stops inside a row" : undefined;
      }
      case "xlsx":
        readTables(tablesOfWorkbook(await readWorkbook(path, chunks)));
        return undefined;
      default:
        return content.read({
          path,
          chunks,
          start,
          isDirectedByDefault: options.format !== "undirected-edge-list",
          take: takeReading,
        });
    }
  };

  let bytes = 0;
  async function* watched(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      yield chunk;
      options.onProgress(bytes, counts.kept, input.share());
    }
  }

  const { head, chunks, close } = await peekBehindBlankLines(input.chunks, sniffedBytes);
  let content: InputContent | undefined;
  let tornAt: string | undefined;
  try {
    const archive = await openArchive(file, head, options.inputs ?? []);
    if (archive === undefined) {
      content =
        map === undefined || isWorkbook(head) ? sniffContent(path, head, options.format) : "csv";
      tornAt = await readContent(content ?? "json", watched(chunks), startOfText(head));
    } else {
      candidates = [archive.format];
      format = archive.format;
      const json = archive.withoutPrefix(watched(chunks));
      tornAt = await readContent("json", json, startOfText(head));
      archive.format.checkOwner(path);
    }
  } finally {
    await close();
  }
  people.end();
  const opened = tables.flatMap((one) => one.opened() ?? []);
  const found =
    opened.at(0)?.format ??
    format?.name ??
    (typeof content === "object" ? content.name : undefined);
  if (found === undefined && counts.read > 0) {
    throw unknownFormat(path, firstForeignRow, columns);
  }
  const { sha256, damage } = input.result();
  return {
    name: nameOf(path, file),
    format: found,
    sha256,
    ...tally.summarise(),
    notes: opened.flatMap(({ notes }) => notes.map(printable)),
    unusedColumns: opened.flatMap(({ unusedColumns }) => unusedColumns.map(printable)),
    endedEarly: damage ?? tornAt,
  };
}

/** Without the folders around it; a collection's log is named with its own. */
function nameOf(path: string, file: string): string {
  if (path === "-") return path;
  return printable(file === path ? basename(path) : `${basename(path)}/${basename(file)}`);
}

/** A format that was named is taken at its word: its own schema says what is wrong with a row. */
function isOfFormat(
  record: InputRecord,
  format: InputFormat,
  { format: named, map }: ReadInputOptions,
): boolean {
  return named !== undefined || map !== undefined || format.recognises(record);
}

function unknownFormat(
  path: string,
  row: InputRecord | undefined,
  columns: readonly string[] | undefined,
): UserError {
  if (columns !== undefined) return unknownTable(path, columns, row === undefined ? [] : [row]);
  const keys = Object.keys(row ?? {}).slice(0, 8);
  const found =
    row === undefined
      ? "no line of it is whole JSON, and no row of a table"
      : `its first row has the keys ${keys.join(", ") || "(none)"}`;
  return new UserError(
    `${path} holds no posts that tagatlas knows, and no network: ${found}`,
    `give one of: ${describedFormats.map(({ title }) => title).join("; ")}`,
  );
}
