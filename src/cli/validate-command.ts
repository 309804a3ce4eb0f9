import type { Command } from "commander";
import { type ExitCode, exitCodes } from "../model/errors.js";
import { normaliseHashtag } from "../model/hashtag.js";
import { parseInputSettings } from "../model/input-settings.js";
import type { Console } from "./console.js";
import { datedFolder } from "./dated-folder.js";
import { codeWith, failures } from "./fail-on.js";
import { type Asked, inputCommand } from "./input-command.js";
import { tell } from "./log.js";
import { backtestOptions } from "./options/backtest-options.js";
import { keyOptions, pseudonymOptions } from "./options/consent-options.js";
import { failOptions } from "./options/fail-options.js";
import { inputOptions } from "./options/input-options.js";
import { seedOptions } from "./options/network-options.js";
import { type FlagsOf, valuesOf } from "./options/option.js";
import {
  everyCommandOptions,
  jsonOptions,
  validationFolderOptions,
} from "./options/output-options.js";
import { periodOptions } from "./options/period-options.js";
import { endedEarly, outcomeNotes } from "./outcome-notes.js";
import { printAnswer } from "./print-answer.js";
import { withProgress } from "./progress.js";
import { keyFile } from "./pseudonym-key-file.js";
import { showLatest } from "./show-latest.js";
import { thisTool } from "./tool-version.js";

const settings = { ...periodOptions, ...backtestOptions, ...seedOptions };
/** What the manifest keeps. */
const found = { ...settings, ...pseudonymOptions, ...keyOptions, ...inputOptions };
const options = {
  ...found,
  ...failOptions(["posts", "windows"]),
  ...validationFolderOptions,
  ...jsonOptions,
  ...everyCommandOptions,
};

type ValidateFlags = FlagsOf<typeof options>;

const examples = `
Examples:
  $ tagatlas validate posts.ndjson --tag MedEd
  $ tagatlas validate archive.csv --map id=id,time=created_at,author=user,text=text
  $ tagatlas validate conference.ndjson.gz --train-days 3 --test-days 1 --out checked/

Exit codes: 0 done, whatever the verdict; 1 nothing to report, 2 wrong usage or bad
input, 3 an input ended early (what was there is used), 4 as --fail-on
says, 70 a fault of tagatlas.`;

/** `tagatlas validate`; `finish` is told the exit code. */
export function validateCommand(console: Console, finish: (code: ExitCode) => void): Command {
  return inputCommand(
    {
      name: "validate",
      summary: "whether the recommendations would have been right on your own archive",
      description:
        "Cuts an archive at many points in time and ranks people by what was known before each cut. " +
        "Compares that with whom newcomers and members engaged after it. Says whether the lists beat in-degree.",
      inputs: "files of posts; - is standard input; .gz is unpacked",
      examples,
      options,
      recorded: found,
      run: (asked) => runValidate(asked, console),
    },
    finish,
  );
}

async function runValidate(
  { inputs, flags, run }: Asked<ValidateFlags>,
  console: Console,
): Promise<ExitCode> {
  const isQuiet = flags.quiet === true;
  const place = flags.out === undefined ? undefined : datedFolder(flags.out, console.clock.now());
  const { validate } = await import("../pipeline/validate.js");
  const outcome = await withProgress(console, flags, (onProgress) =>
    validate({
      inputs,
      ...parseInputSettings(flags, inputs),
      pseudonymKey: keyFile(flags, console.environment),
      standardInput: console.standardInput,
      onProgress,
      settings: {
        ...valuesOf(settings, flags),
        tag: flags.tag === undefined ? undefined : normaliseHashtag(flags.tag),
      },
      folder: place?.path,
      run,
      tool: thisTool(),
    }),
  );
  tell(console, flags.log, outcomeNotes(outcome, isQuiet));
  if ("nothing" in outcome) return exitCodes.nothingToReport;
  await printAnswer(console, flags, { json: () => [outcome.json], text: () => outcome.text });
  const { analysed: posts, backtest } = outcome.validation;
  const failed = failures(flags.failOn, { posts, windows: backtest.windows.length });
  tell(console, flags.log, failed);
  const code = codeWith(endedEarly(outcome) ? exitCodes.incomplete : exitCodes.done, failed);
  if (code === exitCodes.done && place?.dated !== undefined) {
    await showLatest(place.dated, flags, console);
  }
  return code;
}
