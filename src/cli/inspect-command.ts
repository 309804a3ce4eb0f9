import { Command } from "commander";
import { type ExitCode, exitCodes } from "../model/errors.js";
import { parseInputSettings } from "../model/input-settings.js";
import type { Inspection } from "../model/inspection.js";
import type { RunRecord } from "../model/run-record.js";
import { answerJson, answerTime } from "./answer-json.js";
import { type Console, print } from "./console.js";
import { commandLine, inspectionText } from "./inspection-text.js";
import { inputArguments, inputOptions } from "./options/input-options.js";
import type { FlagsOf } from "./options/option.js";
import { everyCommandOptions, jsonOptions } from "./options/output-options.js";
import { takeOptions } from "./options/take-options.js";
import { progressOf } from "./progress.js";
import { recordRun } from "./record-run.js";

const options = { ...inputOptions, ...jsonOptions, ...everyCommandOptions };

type InspectFlags = FlagsOf<typeof options>;

const examples = `
Examples:
  $ tagatlas inspect posts.ndjson
  $ tagatlas inspect data/* --json

Exit codes: 0 done, 1 nothing to analyse, 2 wrong usage, or a file that cannot be read (the
others are described), 3 an input ended early, 70 a fault of tagatlas.`;

/** `tagatlas inspect`; `finish` is told the exit code. */
export function inspectCommand(console: Console, finish: (code: ExitCode) => void): Command {
  const command = new Command("inspect")
    .summary("what files hold, and the command to analyse them")
    .description(
      "Says what each file is, how that was found, and what it holds. Says what would be skipped or " +
        "not used, and which command analyses it. Analyses nothing and needs little memory.",
    )
    .argument("[input...]", "files of any kind; - is standard input; .gz is unpacked")
    .addHelpText("after", examples);
  takeOptions(command, options, inputArguments);
  return command.action(async (inputs: string[], flags: InspectFlags) => {
    const run = recordRun("inspect", inputOptions, command);
    finish(await runInspect({ inputs, flags, run }, console));
  });
}

interface AskedInspection {
  readonly inputs: readonly string[];
  readonly flags: InspectFlags;
  readonly run: RunRecord;
}

async function runInspect(
  { inputs, flags, run }: AskedInspection,
  console: Console,
): Promise<ExitCode> {
  const progress = progressOf(console, flags);
  const { inspect } = await import("../pipeline/inspect.js");
  let found: Inspection;
  try {
    found = await inspect({
      inputs,
      ...parseInputSettings(flags, inputs),
      standardInput: console.standardInput,
      onProgress: progress.show,
    });
  } finally {
    progress.clear();
  }
  if (flags.json === true) await print(console.stdout, inspectionJson(found, run));
  else if (flags.quiet !== true) await print(console.stdout, inspectionText(found));
  return exitCodeOf(found);
}

function inspectionJson({ inputs, command }: Inspection, run: RunRecord): string {
  const result = {
    inputs: inputs.map((input) => {
      if ("refused" in input) return input;
      const { contents, ...rest } = input;
      const { first, last } = contents;
      return {
        ...rest,
        contents: { ...contents, first: answerTime(first), last: answerTime(last) },
      };
    }),
    next: command === undefined ? undefined : { words: command, line: commandLine(command) },
  };
  return answerJson({ schemaVersion: 2, run, result });
}

function exitCodeOf({ inputs, command }: Inspection): ExitCode {
  if (inputs.some((input) => "refused" in input)) return exitCodes.userError;
  if (command === undefined) return exitCodes.nothingToReport;
  const isWhole = inputs.every(
    (input) => "refused" in input || input.summary.endedEarly === undefined,
  );
  return isWhole ? exitCodes.done : exitCodes.incomplete;
}
