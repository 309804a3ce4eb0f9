import type { FileHandle } from "node:fs/promises";
import { type AnswerLine, answerLineSchema, isNewerLine } from "../model/collection-log.js";

/** What a log holds, and where its last whole line ends. */
export interface LogContent {
  /** Bytes up to the last line end: what follows was cut off while it was written. */
  readonly wholeBytes: number;
  readonly answers: number;
  /** Whole lines that are no answers, as a damaged disk leaves them. From 1. */
  readonly brokenLines: readonly number[];
  /** Lines that only a newer version of the program can read. */
  readonly newerLines: number;
  /** What follows the last line end; whole only where it is short. */
  readonly tornEnd: Buffer;
}

const newline = 0x0a;

/** Reads a log from its beginning and hands over each answer. Holds one line at a time. */
export async function readLogLines(
  file: FileHandle,
  onAnswer: (line: AnswerLine) => void,
): Promise<LogContent> {
  let held: Buffer[] = [];
  let lineNumber = 0;
  let wholeBytes = 0;
  let answers = 0;
  const brokenLines: number[] = [];
  let newerLines = 0;

  const endLine = (last: Buffer): void => {
    lineNumber += 1;
    const bytes = held.length === 0 ? last : Buffer.concat([...held, last]);
    held = [];
    wholeBytes += bytes.length + 1;
    if (isBlank(bytes)) return;
    const line = parseLine(bytes);
    if (line === "newer") {
      newerLines += 1;
    } else if (line === undefined) {
      brokenLines.push(lineNumber);
    } else {
      answers += 1;
      onAnswer(line);
    }
  };

  for await (const chunk of file.createReadStream({ autoClose: false, start: 0 })) {
    const bytes: Buffer = chunk;
    let from = 0;
    for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, from)) {
      endLine(bytes.subarray(from, at));
      from = at + 1;
    }
    if (from < bytes.length) held.push(bytes.subarray(from));
  }
  return { wholeBytes, answers, brokenLines, newerLines, tornEnd: held[0] ?? Buffer.alloc(0) };
}

/** Editors leave empty lines behind, of which nothing was lost. */
function isBlank(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}

function parseLine(bytes: Buffer): AnswerLine | "newer" | undefined {
  try {
    // An editor may have put a byte order mark before the first line.
    const row: unknown = JSON.parse(bytes.toString("utf8").replace(/^\uFEFF/u, ""));
    const parsed = answerLineSchema.safeParse(row);
    if (parsed.success) return parsed.data;
    return isNewerLine(row) ? "newer" : undefined;
  } catch {
    return undefined;
  }
}
