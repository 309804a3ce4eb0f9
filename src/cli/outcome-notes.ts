import { inputPhrases } from "../model/input-words.js";
import type { Dropped, InputSummary } from "../model/provenance.js";
import type { LogEvent } from "./log.js";

/** What every command's outcome tells beside its answer. */
interface Outcome {
  readonly inputs: readonly InputSummary[];
  readonly nothing?: string;
  /** Names from the command line that nobody in the posts goes by. */
  readonly unknownNames?: readonly string[];
  readonly dropped?: Dropped | undefined;
  /** Lines of a list from the command line that are no handle. */
  readonly unreadable?: readonly { readonly list: string; readonly lines: readonly number[] }[];
}

const linesShown = 20;

/**
 * What became of each input, and what else a person should know. Where quiet is
 * wanted, only what the exit code comes from.
 */
export function outcomeNotes(outcome: Outcome, isQuiet: boolean): LogEvent[] {
  const { inputs, unreadable = [], unknownNames = [], dropped } = outcome;
  const events: LogEvent[] = inputs
    .filter(({ endedEarly }) => !isQuiet || endedEarly !== undefined)
    .map((input) => ({ event: "input", message: inputLine(input), more: { input } }));
  const note = (message: string): void => {
    events.push({ event: "note", message });
  };
  for (const { list, lines } of isQuiet ? [] : unreadable) {
    const shown = lines.slice(0, linesShown).join(", ");
    const more = lines.length > linesShown ? ` and ${lines.length - linesShown} more` : "";
    note(`${list}: no handle in line${lines.length > 1 ? "s" : ""} ${shown}${more}`);
  }
  if (!isQuiet && dropped !== undefined && dropped.unknownLines.length > 0) {
    const lines = dropped.unknownLines;
    note(`--drop: nobody and no post here: line ${lines.slice(0, linesShown).join(", ")}`);
  }
  for (const name of isQuiet ? [] : unknownNames) {
    note(`nobody in the posts goes by ${name}`);
  }
  if (outcome.nothing !== undefined) {
    const message = `nothing to report: ${outcome.nothing}`;
    events.push({ event: "warning", message });
  }
  return events;
}

/** Whether what was analysed is less than what there should have been. */
export function endedEarly({ inputs }: Outcome): boolean {
  return inputs.some((input) => input.endedEarly !== undefined);
}

function inputLine(input: InputSummary): string {
  const name = input.name === "-" ? "standard input" : input.name;
  const parts = inputPhrases(input, { lines: true });
  if (input.endedEarly !== undefined) parts.push(`INCOMPLETE: ${input.endedEarly}`);
  const format = input.format === undefined ? "" : ` (${input.format})`;
  return `${name}${format}: ${parts.join("; ")}`;
}
