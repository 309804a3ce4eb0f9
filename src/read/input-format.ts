import type { Item } from "../model/item.js";
import type { InputFormatName } from "../model/provenance.js";
import type { InputRecord, RecordContext } from "../platform/record.js";

export interface RecordReading {
  readonly items: readonly Item[];
  /** Why posts of the row were skipped, one entry a post. */
  readonly skipped: readonly string[];
  /** What a person should know of posts that were kept, one entry a post. */
  readonly remarks?: readonly string[];
  /** Keys that the format has never met. */
  readonly unknownKeys: readonly string[];
  /** A time that stands there and cannot be read. */
  readonly unreadTime?: string | undefined;
}

/** What the table of formats in the documentation says of a format. */
export interface FormatDescription {
  readonly name: InputFormatName;
  /** As a message names it, in the plural: "X API v1.1 posts". */
  readonly title: string;
  /** Each a phrase without a full stop: what shows that a file is one, what is taken from it, what is not. */
  readonly recognisedBy: string;
  readonly reads: string;
  readonly doesNotRead: string;
}

/** One kind of file. Everything that is particular to a source stays behind this. */
export interface InputFormat extends FormatDescription {
  /** Whether a row looks like this format, from its content. */
  recognises(record: InputRecord): boolean;
  /** The items of a row. A broken row is an answer, not an exception. */
  readRecord(record: InputRecord, context: RecordContext): RecordReading;
}

/** A row that yields nothing, and why. */
export function skippedRecord(reason: string): RecordReading {
  return { items: [], skipped: [reason], unknownKeys: [] };
}

/** Those keys of a row that are not among the known ones. */
export function unknownKeysOf(record: InputRecord, known: ReadonlySet<string>): string[] {
  return Object.keys(record).filter((key) => !known.has(key));
}
