import { hostname } from "node:os";
import { createInterface } from "node:readline/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { exitCodes } from "../model/errors.js";
import { main } from "./main.js";

/** Starts the program in this process: the one place that ends it, and that knows clock and chance. */
export async function start(): Promise<void> {
  // Failed writes are answered where they are awaited; the event alone must not end the process.
  process.stdout.on("error", () => {});
  process.stderr.on("error", () => {});
  process.exitCode = await main(process.argv.slice(2), {
    standardInput: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    clock: {
      now: () => Date.now(),
      // Timers take no longer waits, and would end at once.
      sleep: (milliseconds, signal) =>
        sleep(Math.min(milliseconds, 2 ** 31 - 1), undefined, { signal }),
      deadline: (milliseconds) => AbortSignal.timeout(milliseconds),
      random: () => Math.random(),
    },
    environment: process.env,
    self: { pid: process.pid, host: hostname(), since: new Date().toISOString() },
    onInterrupt: interrupts(),
    confirm: process.stdin.isTTY && process.stderr.isTTY ? confirm : undefined,
  });
}

/** The first signal goes to whoever wants to end in good order; the second ends at once. */
function interrupts(): (handler: () => void) => () => void {
  let waiting: (() => void) | undefined;
  const interrupt = (): void => {
    if (waiting === undefined) process.exit(exitCodes.interrupted);
    const handler = waiting;
    waiting = undefined;
    handler();
  };
  process.on("SIGINT", interrupt);
  process.on("SIGTERM", interrupt);
  return (handler) => {
    waiting = handler;
    return () => {
      if (waiting === handler) waiting = undefined;
    };
  };
}

async function confirm(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(?:es)?$/iu.test((await terminal.question(`${question} [y/N] `)).trim());
  } finally {
    terminal.close();
  }
}
