import { main } from "../../src/cli/main.js";

export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A map in the size for print takes longer to draw than all the rest of a small report. */
const smallMap = { TAGATLAS_SCALE: "0.25" };

/** Runs the program in this process, as `tagatlas` with the words after it. Unless an environment is given, maps are small. */
export async function runCommand(
  words: readonly string[],
  standardInput: string | Buffer = "",
  environment: Readonly<Record<string, string>> = smallMap,
): Promise<CommandResult> {
  const stdout: string[] = [];
  const stderr: string[] = [];
  const into = (pieces: string[]) => ({
    write(text: string, done?: (error?: Error | null) => void): boolean {
      pieces.push(text);
      done?.();
      return true;
    },
  });
  const code = await main(words, {
    standardInput: oneChunk(standardInput),
    stdout: into(stdout),
    stderr: into(stderr),
    clock: {
      now: () => 0,
      sleep: async () => {},
      deadline: () => new AbortController().signal,
      random: () => 0.5,
    },
    environment,
    self: { pid: process.pid, host: "test", since: "2026-11-25T00:00:00.000Z" },
    threads: undefined,
    onInterrupt: () => () => {},
    confirm: undefined,
  });
  return { code, stdout: stdout.join(""), stderr: stderr.join("") };
}

async function* oneChunk(text: string | Buffer): AsyncGenerator<Buffer> {
  if (text.length > 0) yield Buffer.from(text);
}
