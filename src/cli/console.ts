import type { Clock } from "../model/clock.js";
import type { Threads } from "../model/threads.js";

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

/** What fits on a line of a terminal; some do not know how wide they are. */
export function fittingLine(text: string, { columns = 0 }: OutputStream): string {
  return text.slice(0, Math.max(20, columns > 0 ? columns : 80) - 1);
}

/** Writes and waits until a slow reader has taken it. */
export async function print(stream: OutputStream, text: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    stream.write(text, (error) => {
      if (error === null || error === undefined) resolve();
      else reject(error);
    });
  });
}
