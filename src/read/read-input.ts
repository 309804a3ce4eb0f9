import { basename } from "node:path";
import type { ColumnMap } from "../model/column-map.js";
import { UserError } from "../model/errors.js";
import type { Acceptance, Item } from "../model/item.js";
import type { InputFormatName, InputSummary } from "../model/provenance.js";
import { readCsvRecords } from "./csv-records.js";
import { openInput } from "./input-bytes.js";
import type { InputFormat, InputRecord, RecordContext } from "./input-format.js";
import { inputFormats } from "./input-formats.js";
import { type JsonText, splitJson } from "./json-records.js";
import { postTable } from "./post-table.js";
import { startSkippedRows } from "./problems.js";
import { isTable, refuseForeignBytes } from "./refuse-foreign-bytes.js";
import { checkColumns, unknownTable } from "./table-columns.js";
import { unwrapRecord } from "./unwrap-record.js";

export interface ReadInputOptions {
  /** Name of a format that overrides what the content says. */
  readonly format: InputFormatName | undefined;
  /** Which columns hold what, for a table of any other kind. */
  readonly map?: ColumnMap | undefined;
  /** Its place among the inputs, from 0: ids that are local to a file must not meet another's. */
  readonly ordinal: number;
  readonly standardInput: AsyncIterable<Buffer>;
  readonly onProgress: (bytesRead: number, postsRead: number) => void;
}

/** So many rows in a row of no known format are enough to know. */
const patienceRows = 1000;

/**
 * Streams one input, finds its format from the first row that a format recognises, and hands
 * every item to `accept`, in the input's order. A broken row costs itself alone.
 *
 * @throws {UserError} where the input cannot be opened or is of no format that is known.
 */
export async function readInput(
  path: string,
  options: ReadInputOptions,
  accept: (item: Item) => Acceptance,
): Promise<InputSummary> {
  const input = await openInput(path, options.standardInput);
  const skippedRows = startSkippedRows();
  const unknownKeys = new Map<string, number>();
  const counts = { read: 0, kept: 0, duplicates: 0, bytes: 0 };
  const context: RecordContext = {
    idScope: `input ${options.ordinal}`,
    server: undefined,
    retrievedAt: undefined,
    role: "hit",
  };
  const { map } = options;
  let format =
    map === undefined ? inputFormats.find(({ name }) => name === options.format) : postTable(map);
  let columns: readonly string[] | undefined;
  let firstForeignRow: InputRecord | undefined;

  const skip = (reason: string, line: number): void => {
    counts.read += 1;
    skippedRows.skip(reason, line);
  };

  const take = (item: Item): void => {
    const acceptance = accept(item);
    if (acceptance === "beside") return;
    counts.read += 1;
    if (acceptance === "kept") counts.kept += 1;
    else counts.duplicates += 1;
  };

  const readRecord = (record: InputRecord, recordContext: RecordContext, line: number): void => {
    format ??= inputFormats.find((candidate) => candidate.recognises(record));
    if (format === undefined || !isOfFormat(record, format, options.format)) {
      firstForeignRow ??= record;
      skip(format === undefined ? "no known format" : `no row of ${format.title}`, line);
      if (format === undefined && counts.read >= patienceRows) {
        throw unknownFormat(path, firstForeignRow, columns);
      }
      return;
    }
    const reading = format.readRecord(record, recordContext);
    for (const item of reading.items) take(item);
    for (const reason of reading.skipped) skip(reason, line);
    for (const key of reading.unknownKeys) unknownKeys.set(key, (unknownKeys.get(key) ?? 0) + 1);
  };

  const readText = ({ text, line }: JsonText): void => {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      skip("broken JSON", line);
      return;
    }
    for (const unwrapped of unwrapRecord(value, context)) {
      if ("skipped" in unwrapped) skip(unwrapped.skipped, line);
      else readRecord(unwrapped.record, unwrapped.context, line);
    }
  };

  const readTable = async (chunks: AsyncIterable<Buffer>): Promise<boolean> => {
    const ending = await readCsvRecords(chunks, {
      onHeader(names) {
        columns = names;
        if (map !== undefined) checkColumns(path, names, map);
      },
      onRecord: (record, line) => readRecord(record, context, line),
      onBroken: (reason, line) => skip(reason, line),
    });
    return ending.isTorn;
  };

  const readJson = async (chunks: AsyncIterable<Buffer>): Promise<boolean> => {
    const ending = await splitJson(chunks, readText);
    for (const line of ending.tooLongLines) skip("a row of over 256 MiB", line);
    return ending.isTorn;
  };

  async function* watched(first: Buffer): AsyncGenerator<Buffer> {
    yield first;
    for await (const chunk of input.chunks) {
      counts.bytes += chunk.length;
      yield chunk;
      options.onProgress(counts.bytes, counts.kept);
    }
  }

  const first = await input.chunks[Symbol.asyncIterator]().next();
  let isTorn = false;
  if (first.done !== true) {
    refuseForeignBytes(path, first.value);
    counts.bytes = first.value.length;
    const chunks = watched(first.value);
    isTorn = await (isTable(first.value) ? readTable(chunks) : readJson(chunks));
  }
  if (format === undefined && counts.read > 0) throw unknownFormat(path, firstForeignRow, columns);
  const { sha256, damage } = input.result();
  return {
    name: path === "-" ? "-" : basename(path),
    format: format?.name,
    sha256,
    read: counts.read,
    kept: counts.kept,
    duplicates: counts.duplicates,
    skipped: [...skippedRows.list()].map(([reason, { count, firstLines }]) => ({
      reason,
      count,
      firstLines,
    })),
    unknownKeys: [...unknownKeys]
      .map(([key, count]) => ({ key, count }))
      .sort((a, b) => (a.key < b.key ? -1 : 1)),
    endedEarly: damage ?? (isTorn ? "it stops inside a row" : undefined),
  };
}

/** A format that was named is taken at its word: its own schema says what is wrong with a row. */
function isOfFormat(
  record: InputRecord,
  format: InputFormat,
  named: InputFormatName | undefined,
): boolean {
  return named !== undefined || format.recognises(record);
}

function unknownFormat(
  path: string,
  row: InputRecord | undefined,
  columns: readonly string[] | undefined,
): UserError {
  if (columns !== undefined) return unknownTable(path, columns);
  const keys = Object.keys(row ?? {}).slice(0, 8);
  const found =
    row === undefined
      ? "no line of it is whole JSON"
      : `its first row has the keys ${keys.join(", ") || "(none)"}`;
  return new UserError(
    `${path} holds no posts that tagatlas knows: ${found}`,
    `give one of: ${inputFormats.map(({ title }) => title).join("; ")}`,
  );
}
