import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { type ExitCode, exitCodes, UserError } from "../model/errors.js";
import type { RedoOutcome } from "../pipeline/redo.js";
import { answerJson } from "./answer-json.js";
import { type Console, print } from "./console.js";
import { keyOptions } from "./options/consent-options.js";
import type { FlagsOf } from "./options/option.js";
import { everyCommandOptions, jsonOptions, redoFolderOptions } from "./options/output-options.js";
import { takeOptions } from "./options/take-options.js";

const options = { ...redoFolderOptions, ...keyOptions, ...jsonOptions, ...everyCommandOptions };

const examples = `
Examples:
  $ tagatlas redo tagatlas-meded/manifest.json
  $ tagatlas redo manifest.json --inputs data/ --out again/

Exit codes: 0 every file is the same, 1 a file is not, 2 wrong usage, or an input is not there,
70 a fault of tagatlas.`;

/** `tagatlas redo`; `run` is the program itself. */
export function redoCommand(
  console: Console,
  finish: (code: ExitCode) => void,
  run: (words: readonly string[], console: Console) => Promise<ExitCode>,
): Command {
  const command = new Command("redo")
    .summary("run again what made a report, and compare every file")
    .description(
      "Runs the command of a report again, on the same inputs and lists. " +
        "Says of each file whether it is the same, and which input or version differs.",
    )
    .argument("<manifest>", "the manifest.json of a report, or its folder")
    .addHelpText("after", examples);
  takeOptions(command, options);
  return command.action(async (manifest: string, flags: FlagsOf<typeof options>) => {
    const { redo } = await import("../pipeline/redo.js");
    const out = flags.out ?? (await mkdtemp(join(tmpdir(), "tagatlas-redo-")));
    const keyWords = flags.key === undefined ? [] : ["--key", flags.key];
    // The manifest tells every setting of the run.
    const environment = Object.fromEntries(
      Object.entries(console.environment).filter(([name]) => !name.startsWith("TAGATLAS_")),
    );
    // Its answer is in its files; what it says of what went wrong is wanted.
    const silent = { ...console, environment, stdout: { write: swallow } };
    try {
      const outcome = await redo({
        manifest,
        inputs: flags.inputs,
        out,
        run: (words) => {
          const key = words.includes("--pseudonymize") ? keyWords : [];
          return run([...words, ...key, "--no-config", "--quiet", "--log", flags.log], silent);
        },
      });
      const exit = redoCode(outcome);
      if (flags.json === true) {
        const asked = { command: "redo", options: [] };
        const { files, differences, code } = outcome;
        const result = { files, differences, exitCode: code };
        await print(console.stdout, answerJson({ schemaVersion: 1, run: asked, result }));
      } else if (flags.quiet !== true) await print(console.stdout, redoText(outcome));
      finish(exit);
    } finally {
      if (flags.out === undefined) await rm(out, { recursive: true, force: true });
    }
  });
}

function swallow(_text: string, done?: (error?: Error | null) => void): boolean {
  done?.();
  return true;
}

function redoText({ files, differences }: RedoOutcome): string {
  const width = Math.max(0, ...files.map(({ name }) => name.length));
  const others = files.filter(({ became }) => became !== "same").length;
  const lines = [
    ...files.map(({ name, became }) => `${name.padEnd(width)}  ${became}`),
    "",
    ...differences.map((difference) => `Not as before: ${difference}.`),
    others === 0
      ? `All ${files.length} files are the same, byte for byte.`
      : `${others} of ${files.length} files are not the same.`,
  ];
  return lines.map((line) => `${line}\n`).join("");
}

function redoCode({ files, code }: RedoOutcome): ExitCode {
  if (files.length > 0) {
    return files.every(({ became }) => became === "same")
      ? exitCodes.done
      : exitCodes.nothingToReport;
  }
  throw new UserError(
    `the run wrote no files; it ended with ${code}`,
    "see what it says above, and check the inputs",
  );
}
