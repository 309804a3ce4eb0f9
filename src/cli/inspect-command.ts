import type { Command } from "commander";
import { type ExitCode, exitCodes } from "../model/errors.js";
import { parseInputSettings } from "../model/input-settings.js";
import type { Inspection } from "../model/inspection.js";
import type { RunRecord } from "../model/run-record.js";
import { answerJson, answerTime } from "./answer-json.js";
import type { Console } from "./console.js";
import { type Asked, inputCommand } from "./input-command.js";
import { commandLine, inspectionText } from "./inspection-text.js";
import { inputOptions } from "./options/input-options.js";
import type { FlagsOf } from "./options/option.js";
import { everyCommandOptions, jsonOptions } from "./options/output-options.js";
import { printAnswer } from "./print-answer.js";
import { withProgress } from "./progress.js";

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
  return inputCommand(
    {
      name: "inspect",
      summary: "what files hold, and the command to analyse them",
      description:
        "Says what each file is, how that was found, and what it holds. Says what would be skipped or " +
        "not used, and which command analyses it. Analyses nothing and needs little memory.",
      inputs: "files of any kind; - is standard input; .gz is unpacked",
      examples,
      options,
      recorded: inputOptions,
      run: (asked) => runInspect(asked, console),
    },
    finish,
  );
}

async function runInspect(
  { inputs, flags, run }: Asked<InspectFlags>,
  console: Console,
): Promise<ExitCode> {
  const { inspect } = await import("../pipeline/inspect.js");
  const found = await withProgress(console, flags, (onProgress) =>
    inspect({
      inputs,
      ...parseInputSettings(flags, inputs),
      standardInput: console.standardInput,
      onProgress,
    }),
  );
  await printAnswer(console, flags, {
    json: () => [inspectionJson(found, run)],
    text: () => inspectionText(found),
  });
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
