import { type FormatDescription, type RecordReading, skippedRecord } from "./input-format.js";

/** The beginning of a text: without a byte-order mark and white space before it. */
export interface TextStart {
  readonly text: string;
  /** Its lines that are whole, with those that are empty. */
  readonly lines: readonly string[];
}

export interface NetworkInput {
  readonly path: string;
  readonly chunks: AsyncIterable<Buffer>;
  readonly start: TextStart;
  /** Where the file does not say itself whether its edges have a direction. */
  readonly isDirectedByDefault: boolean;
  /** Takes what a node or an edge says, and the line that it stands on. */
  take(reading: RecordReading, line: number): void;
}

/** A kind of file that holds a network and does not come in rows of a table or of JSON. */
export interface NetworkFormat extends FormatDescription {
  /** Whether a text that begins so is of this format. */
  recognises(start: TextStart): boolean;
  /** Reads all of it. Says what shows that it ends before its end. */
  read(input: NetworkInput): Promise<string | undefined>;
}

/** Tells that a line, or what begins on it, is not read, and why. */
export function skipLine(input: NetworkInput, reason: string, line: number): void {
  input.take(skippedRecord(reason), line);
}

/** Lines and what is written in them, without those that are empty or a comment. */
export function isCommentLine(line: string): boolean {
  return /^(?:#|%|\/\/)/u.test(line);
}
