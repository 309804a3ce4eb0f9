import type { Clock } from "../model/clock.js";
import type { Threads } from "../model/threads.js";
import { printable } from "../text/unprintable.js";

/** A stream that a command writes to; `process.stdout` is one. */
export interface OutputStream {
  write(text: string, done?: (error?: Error | null) => void): boolean;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** What a command needs of the process that it runs in. */
export interface Console {
  readonly standardInput: AsyncIterable<Buffer>;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly clock: Clock;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Which process this is, for others that meet its lock. */
  readonly self: { readonly pid: number; readonly host: string; readonly since: string };
  /** How many cores there are, and what a thread of them runs; `undefined` runs all in one. */
  readonly threads: Threads | undefined;
  /** Calls back on Ctrl-C, once, in place of ending at once. Gives what takes that back. */
  onInterrupt(handler: () => void): () => void;
  /** Asks a person to say yes; `undefined` where there is none. */
  readonly confirm: ((question: string) => Promise<boolean>) | undefined;
}

/*
 * Everything that the program prints goes through these: whatever names, keys and answers from
 * outside it repeats, nothing in them can move the cursor, ring, or turn the direction of reading.
 */

/** Writes lines and waits until a slow reader has taken them. */
export async function print(stream: OutputStream, text: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    stream.write(printableLines(text), (error) => {
      if (error === null || error === undefined) resolve();
      else reject(error);
    });
  });
}

/** Writes lines at once. */
export function say(stream: OutputStream, text: string): void {
  stream.write(printableLines(text));
}

/** Puts a line in the place of the one that a terminal shows last; as much of it as fits. */
export function redrawLine(stream: OutputStream, text: string): void {
  const { columns = 0 } = stream;
  // Some do not know how wide they are.
  const width = Math.max(20, columns > 0 ? columns : 80) - 1;
  stream.write(`${clearedLine}${printable(text).slice(0, width)}`);
}

/** A stream as lines are drawn on it: on a terminal that can move its cursor, or as a pipe. */
export function asTerminal(stream: OutputStream, { TERM }: Console["environment"]): OutputStream {
  if (TERM !== "dumb") return stream;
  return { write: (text, done) => stream.write(text, done), isTTY: false };
}

/** Takes that line away. */
export function clearLine(stream: OutputStream): void {
  stream.write(clearedLine);
}

const clearedLine = "\r\u001b[K";

/** Tables end their lines with CRLF. */
function printableLines(text: string): string {
  return text
    .split(/(\r?\n)/u)
    .map((part) => (part.endsWith("\n") ? part : printable(part)))
    .join("");
}
