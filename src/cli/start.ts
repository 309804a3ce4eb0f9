import { exitCodes } from "../model/errors.js";
import { main } from "./main.js";

/** Starts the program in this process: the one place that ends it. */
export async function start(): Promise<void> {
  process.once("SIGINT", () => process.exit(exitCodes.interrupted));
  // Failed writes are answered where they are awaited; the event alone must not end the process.
  process.stdout.on("error", () => {});
  process.stderr.on("error", () => {});
  process.exitCode = await main(process.argv.slice(2), {
    standardInput: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    now: () => performance.now(),
  });
}
