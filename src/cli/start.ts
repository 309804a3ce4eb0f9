import { availableParallelism, hostname } from "node:os";
import { createInterface } from "node:readline/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { partWorkerUrl } from "../pipeline/part-worker-url.js";
import { asTerminal, say } from "./console.js";
import { toolVersion } from "./tool-version.js";

/**
 * Before it collects garbage again, V8 lets a heap grow to several times what is alive in it. Half as
 * much again took no longer on 500 MB of posts (51 s), and 720 MB instead of 920.
 */
const heapGrowth = "--heap-growing-percent=50";

const versionFlags = ["-V", "--version"];

/** Starts the program in this process: the one place that ends it, and that knows clock and chance. */
export async function start(): Promise<void> {
  setFlagsFromString(heapGrowth);
  // Failed writes are answered where they are awaited; the event alone must not end the process.
  process.stdout.on("error", () => {});
  process.stderr.on("error", () => {});
  const words = process.argv.slice(2);
  if (words.length === 1 && versionFlags.includes(words[0])) {
    // Answered without the commands, which take longer to load than Node to start.
    return say(process.stdout, `${toolVersion()}\n`);
  }
  const { main } = await import("./main.js");
  process.exitCode = await main(words, {
    standardInput: process.stdin,
    stdout: process.stdout,
    stderr: asTerminal(process.stderr, process.env),
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
    threads: { count: availableParallelism(), workerUrl: partWorkerUrl },
    onInterrupt: interrupts(),
    confirm: process.stdin.isTTY && process.stderr.isTTY ? confirm : undefined,
  });
}

/** The last of them comes where a terminal is closed. */
const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * The first signal goes to whoever wants to end in good order. While nobody does, signals end the
 * process as they end any: at once, whatever it computes, and its threads with it.
 */
function interrupts(): (handler: () => void) => () => void {
  return (handler) => {
    const interrupt = (): void => {
      takeBack();
      handler();
    };
    const takeBack = (): void => {
      for (const signal of signals) process.off(signal, interrupt);
    };
    for (const signal of signals) process.on(signal, interrupt);
    return takeBack;
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
