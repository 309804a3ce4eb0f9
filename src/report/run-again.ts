import { collectionLogName } from "../model/collection-log.js";
import type { InputSummary } from "../model/provenance.js";
import type { RunRecord } from "../model/run-record.js";
import { shellWord } from "../text/shell-word.js";
import type { RunToRepeat } from "./run-json.js";

interface ReportedRun {
  readonly run: RunRecord;
  readonly inputs: readonly InputSummary[];
}

/**
 * The command that does the same to the same inputs and lists, which lie in the folder where it is
 * typed. What nobody gave is as usual, and left out.
 */
export function commandToRunAgain({ run, inputs }: ReportedRun): string {
  return [
    "tagatlas",
    ...wordsToRunAgain(
      run,
      inputs.map(({ name }) => inputAsTyped(name, name)),
    ),
  ]
    .map(shellWord)
    .join(" ");
}

/** The words of that command after the program's name. Files of lists are as the run names them. */
export function wordsToRunAgain(run: RunToRepeat, inputs: readonly string[]): string[] {
  return [run.command, ...inputs.map(asPath), ...run.options.flatMap(wordsOf)];
}

function wordsOf({ flag, values, source }: RunToRepeat["options"][number]): string[] {
  if (source === "default") return [];
  // A flag without a value is a switch.
  if (values.length === 0) return [flag];
  return values.flatMap((value) => (value.startsWith("-") ? [`${flag}=${value}`] : [flag, value]));
}

/** A log that was read as the folder of a collection is named with that folder, and typed as it. */
export function inputAsTyped(name: string, path: string): string {
  const log = `/${collectionLogName}`;
  return name.endsWith(log) && path.endsWith(log) ? path.slice(0, -log.length) : path;
}

/** A file whose name begins like an option is one all the same. */
function asPath(name: string): string {
  return name.startsWith("-") && name !== "-" ? `./${name}` : name;
}
