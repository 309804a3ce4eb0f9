import type { Command } from "commander";
import { type ExitCode, exitCodes } from "../model/errors.js";
import type { OnProgress } from "../model/progress.js";
import type { FollowOutcome, FollowRequest } from "../pipeline/follow.js";
import { analysisOptions, analysisRequest } from "./analysis-flags.js";
import { edgesOf } from "./analyze-command.js";
import type { Console } from "./console.js";
import { codeWith, failures } from "./fail-on.js";
import { type Asked, inputCommand } from "./input-command.js";
import { tell } from "./log.js";
import { failOptions } from "./options/fail-options.js";
import { filterOptions } from "./options/filter-options.js";
import { oneListOptions } from "./options/list-options.js";
import { type FlagsOf, valuesOf } from "./options/option.js";
import { everyCommandOptions, jsonOptions } from "./options/output-options.js";
import { endedEarly, outcomeNotes } from "./outcome-notes.js";
import { printAnswer } from "./print-answer.js";
import { withProgress } from "./progress.js";
import { thisTool } from "./tool-version.js";

/** A list of one community is another thing: its people are chosen with everybody's ties. */
const { community: _, ...narrowingOptions } = filterOptions;
const found = { ...oneListOptions, ...narrowingOptions, ...analysisOptions };
const options = {
  ...found,
  ...failOptions(["people", "eligible"]),
  ...jsonOptions,
  ...everyCommandOptions,
};

type FollowFlags = FlagsOf<typeof options>;

const examples = `
Examples:
  $ tagatlas follow posts.ndjson --tag MedEd
  $ tagatlas follow posts.ndjson --tag MedEd --list talk --top 20
  $ tagatlas follow posts.ndjson --list attention --community G2
  $ tagatlas follow posts.ndjson --keep bot@uni.example --exclude me@med.example

Exit codes: 0 done, 1 nobody to follow, 2 wrong usage or bad input, 3 an input
ended early (what was there is used), 4 as --fail-on
says, 70 a fault of tagatlas.`;

/** `tagatlas follow`; `finish` is told the exit code. */
export function followCommand(console: Console, finish: (code: ExitCode) => void): Command {
  return inputCommand(
    {
      name: "follow",
      summary: "one list of people to follow, without the rest",
      description:
        "Prints one list of people to follow, with reasons and how sure each place is. " +
        "Writes no files.",
      inputs: "files of posts; - is standard input; .gz is unpacked",
      examples,
      options,
      recorded: found,
      run: (asked) => runFollow(asked, console),
    },
    finish,
  );
}

function requestOf(
  { inputs, flags, run }: Asked<FollowFlags>,
  console: Console,
  onProgress: OnProgress,
): FollowRequest {
  const request = analysisRequest(inputs, flags, console, onProgress);
  return {
    ...request,
    settings: { ...request.settings, edges: edgesOf(flags) },
    ...valuesOf(oneListOptions, flags),
    filters: { ...valuesOf(narrowingOptions, flags), community: undefined },
    run,
    tool: thisTool(),
  };
}

async function runFollow(
  { inputs, flags, run }: Asked<FollowFlags>,
  console: Console,
): Promise<ExitCode> {
  const isQuiet = flags.quiet === true;
  const { follow } = await import("../pipeline/follow.js");
  const outcome = await withProgress(console, flags, (onProgress) =>
    follow(requestOf({ inputs, flags, run }, console, onProgress)),
  );
  tell(console, flags.log, outcomeNotes(outcome, isQuiet));
  if ("nothing" in outcome) return exitCodes.nothingToReport;
  await printAnswer(console, flags, { json: () => [outcome.json], text: () => outcome.text });
  const { peopleCount: people, eligible } = outcome;
  const failed = failures(flags.failOn, { people, eligible });
  tell(console, flags.log, failed);
  return codeWith(exitCodeOf(outcome), failed);
}

function exitCodeOf(outcome: Extract<FollowOutcome, { json: unknown }>): ExitCode {
  if (outcome.peopleCount === 0) return exitCodes.nothingToReport;
  return endedEarly(outcome) ? exitCodes.incomplete : exitCodes.done;
}
