import type {
  DistinctCount,
  Frequency,
  InputContents,
  InspectedInput,
  Inspection,
} from "../model/inspection.js";
import { interactionKinds } from "../model/interaction.js";
import { type InputSummary, isOfTies, type SkippedSummary } from "../model/provenance.js";
import { shellWord } from "../text/shell-word.js";
import { printable } from "../text/unprintable.js";

/** What was found, for a terminal: a block an input, and the command to go on with. */
export function inspectionText({ inputs, command }: Inspection): string {
  const blocks = inputs.map((input) => `${inputLines(input).join("\n")}\n`);
  const next =
    command === undefined
      ? "There is nothing here to analyse.\n"
      : `To analyse it:\n  ${commandLine(command)}\n`;
  return [...blocks, next].join("\n");
}

/** A command as a shell takes it. */
export function commandLine(words: readonly string[]): string {
  return words.map(shellWord).join(" ");
}

function inputLines(input: InspectedInput): string[] {
  const name = input.path === "-" ? "standard input" : printable(input.path);
  if ("refused" in input) {
    const { reason, next } = input.refused;
    return [`${name}: cannot be read`, `  ${reason}`, `  ${next}`];
  }
  const { title, evidence, summary, contents } = input;
  const isNetwork = isOfTies(summary.format);
  return [
    `${name}: ${title}${summary.format === undefined ? "" : ` (${summary.format})`}`,
    row("recognised by", evidence),
    ...(isNetwork ? [] : [row("posts", postWords(contents))]),
    row("people", distinctWords(contents.people)),
    row("times", timeWords(contents)),
    row("ties", tieWords(contents)),
    ...listRow("languages", contents.languages),
    ...listRow("hashtags", contents.hashtags),
    ...summary.skipped.map((skipped) => row("skipped", skippedWords(skipped))),
    ...summary.notes.map((note) => row("to know", note)),
    ...summary.remarks.map((remark) => row("to know", skippedWords(remark))),
    ...listRow("not used", unusedOf(summary)),
    ...(summary.endedEarly === undefined ? [] : [row("INCOMPLETE", summary.endedEarly)]),
  ];
}

function row(name: string, words: string): string {
  return `  ${name.padEnd(14)}${words}`;
}

function listRow(name: string, frequencies: readonly Frequency[]): string[] {
  if (frequencies.length === 0) return [];
  return [row(name, frequencies.map((each) => `${each.name} (${digits(each.count)})`).join(", "))];
}

function postWords({ posts, reposts, authors }: InputContents): string {
  const ofReposts = reposts === 0 ? "" : `, ${digits(reposts)} of them reposts`;
  return `${distinctWords(posts)}${ofReposts}, by ${distinctWords(authors)} ${authors.count === 1 ? "person" : "people"}`;
}

function distinctWords({ count, isEstimate }: DistinctCount): string {
  return `${isEstimate ? "about " : ""}${digits(count)}`;
}

function timeWords({ first, last, withoutTime }: InputContents): string {
  const missing = withoutTime === 0 ? "" : `; ${digits(withoutTime)} without a time`;
  if (first === undefined || last === undefined) return `none${missing}`;
  return `${day(first)} to ${day(last)}${missing}`;
}

function tieWords({ ties, tiesOfNoKind }: InputContents): string {
  const words = interactionKinds.flatMap((kind) =>
    ties[kind] === 0 ? [] : [`${kind} ${digits(ties[kind])}`],
  );
  if (tiesOfNoKind > 0) words.push(`of no kind that is told ${digits(tiesOfNoKind)}`);
  return words.length === 0 ? "none" : words.join(", ");
}

function skippedWords({ reason, count, firstLines }: SkippedSummary): string {
  const more = count > firstLines.length ? ", …" : "";
  return `${digits(count)}: ${printable(reason)} (line ${firstLines.join(", ")}${more})`;
}

const namesShown = 10;

function unusedOf({ unknownKeys }: InputSummary): Frequency[] {
  return unknownKeys
    .slice(0, namesShown)
    .map(({ key, count }) => ({ name: printable(key), count }));
}

function day(time: number): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? "?" : date.toISOString().slice(0, 10);
}

function digits(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/gu, ",");
}
