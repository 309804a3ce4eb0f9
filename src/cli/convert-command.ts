import type { Command } from "commander";
import { type ExitCode, exitCodes, UserError } from "../model/errors.js";
import { normaliseHashtag } from "../model/hashtag.js";
import { parseInputSettings } from "../model/input-settings.js";
import { answerJson } from "./answer-json.js";
import { type Console, print } from "./console.js";
import { datedFolder } from "./dated-folder.js";
import { codeWith, failures } from "./fail-on.js";
import { type Asked, inputCommand } from "./input-command.js";
import { tell } from "./log.js";
import {
  dropOptions,
  keyOptions,
  pseudonymOptions,
  respectOptions,
} from "./options/consent-options.js";
import { failOptions } from "./options/fail-options.js";
import { inputOptions } from "./options/input-options.js";
import { tieOptions } from "./options/network-options.js";
import { type FlagsOf, valuesOf } from "./options/option.js";
import {
  convertedFileOptions,
  everyCommandOptions,
  jsonOptions,
} from "./options/output-options.js";
import { periodOptions } from "./options/period-options.js";
import { endedEarly, outcomeNotes } from "./outcome-notes.js";
import { withProgress } from "./progress.js";
import { keyFile } from "./pseudonym-key-file.js";

const settings = { ...periodOptions, ...tieOptions, ...respectOptions, ...dropOptions };
const found = {
  ...convertedFileOptions,
  ...settings,
  ...pseudonymOptions,
  ...keyOptions,
  ...inputOptions,
};
const failing = failOptions(["posts", "people", "ties", "interactions", "ids"]);
const options = { ...found, ...failing, ...jsonOptions, ...everyCommandOptions };

type ConvertFlags = FlagsOf<typeof options>;

const examples = `
Examples:
  $ tagatlas convert archive.csv --to posts --out posts.ndjson
  $ tagatlas convert tagatlas-meded --tag MedEd --to interactions --out ties.csv
  $ tagatlas convert posts.ndjson --to ids > ids.txt
  $ tagatlas convert posts.ndjson --to posts --pseudonymize --out shared.ndjson

Exit codes: 0 done, 1 nothing to write, 2 wrong usage or bad input, 3 an input
ended early (what was there is written), 4 as --fail-on
says, 70 a fault of tagatlas.`;

/** `tagatlas convert`; `finish` is told the exit code. */
export function convertCommand(console: Console, finish: (code: ExitCode) => void): Command {
  return inputCommand(
    {
      name: "convert",
      summary: "from any file to posts, ties or ids in our own files",
      description:
        "Writes files as one file that tagatlas reads back, as a table, or as ids that may be " +
        "shared. People who opted out are not named.",
      inputs: "files of posts, a network, or the folder of a collection; - is standard input",
      examples,
      options,
      recorded: found,
      run: (asked) => runConvert(asked, console),
    },
    finish,
  );
}

async function runConvert(
  { inputs, flags, run }: Asked<ConvertFlags>,
  console: Console,
): Promise<ExitCode> {
  const { to } = flags;
  const out =
    flags.out === undefined ? undefined : datedFolder(flags.out, console.clock.now()).path;
  if (to === undefined) {
    throw new UserError(
      "convert needs to know to what",
      "add --to posts, interactions, csv or ids",
    );
  }
  if (flags.json === true && out === undefined) {
    throw new UserError(
      "convert prints the new file, so that nothing else can be printed",
      "name the file with --out, or leave --json out",
    );
  }
  const isQuiet = flags.quiet === true;
  const { convert } = await import("../pipeline/convert.js");
  const outcome = await withProgress(console, flags, (onProgress) =>
    convert({
      inputs,
      ...parseInputSettings(flags, inputs),
      to,
      out,
      ...valuesOf(settings, flags),
      pseudonymKey: keyFile(flags, console.environment),
      tag: flags.tag === undefined ? undefined : normaliseHashtag(flags.tag),
      standardInput: console.standardInput,
      onProgress,
    }),
  );
  tell(console, flags.log, outcomeNotes(outcome, isQuiet));
  if ("nothing" in outcome) return exitCodes.nothingToReport;
  for (const piece of outcome.pieces ?? []) await print(console.stdout, piece);
  if (flags.json === true) {
    const { written, notes } = outcome;
    await print(
      console.stdout,
      answerJson({
        schemaVersion: 1,
        run,
        provenance: { inputs: outcome.inputs },
        result: { out, written, notes },
      }),
    );
  } else if (!isQuiet) {
    tell(
      console,
      flags.log,
      outcome.notes.map((message) => ({ event: "written", message })),
    );
  }
  const failed = failures(flags.failOn, outcome.written);
  tell(console, flags.log, failed);
  return codeWith(endedEarly(outcome) ? exitCodes.incomplete : exitCodes.done, failed);
}
