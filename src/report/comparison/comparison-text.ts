import type { Comparison, ComparisonStep } from "../../model/comparison.js";
import {
  communitySentences,
  itemLine,
  itemSentence,
  movedItems,
  numberText,
  peopleSentences,
  placeChange,
  shownRows,
  signed,
  subjectOf,
  sureness,
} from "./comparison-words.js";

const mostShown = 10;

/** What a person sees when analyses have been compared. */
export function renderComparisonText({ analyses, steps }: Comparison, folder?: string): string {
  const subjects = analyses.map((one) =>
    [one.name, subjectOf(one)].filter((part) => part !== "").join(": "),
  );
  const files =
    folder === undefined ? [] : ["", `Everything is in ${folder}; open compare.html first.`];
  return `${[...subjects, ...steps.flatMap(stepLines), ...files].join("\n")}\n`;
}

function stepLines(step: ComparisonStep): string[] {
  const rows = shownRows(step).map((row) => [
    row.name,
    numberText(row.valueBefore),
    numberText(row.valueNow),
    signed(row.change),
    sureness(row),
  ]);
  const table = aligned([["", step.before, step.now, "change", ""], ...rows]);
  return [
    "",
    `${step.before} → ${step.now}`,
    ...step.notes.map((note) => `! ${note}`),
    "",
    "Network (95 % intervals, where drawing other people can give one)",
    ...table,
    ...(step.people === undefined ? [] : peopleLines(step, step.people)),
    "",
    "Hashtags and words",
    itemSentence(step),
    ...movedItems(step)
      .slice(0, 2 * mostShown)
      .map((row) => `  ${itemLine(row)}`),
  ];
}

/** Columns as wide as their widest cell; the first to the left, numbers to the right. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0].map((_, at) => Math.max(...rows.map((row) => row[at].length)));
  return rows.map((row) =>
    row
      .map((cell, at) =>
        at === 0 || at === row.length - 1 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]),
      )
      .join("  ")
      .trimEnd(),
  );
}

type ComparedPerson = NonNullable<ComparisonStep["people"]>[number];

/** Who came and went, and what became of communities. */
function peopleLines(step: ComparisonStep, people: readonly ComparedPerson[]): string[] {
  const moved = people.filter(({ change }) => change === "risen" || change === "fallen");
  const named = (change: string) =>
    people.filter(
      (row) => row.change === change && (row.rankNow ?? row.rankBefore ?? 0) <= mostShown,
    );
  const line = (change: string, list: readonly ComparedPerson[]): string[] =>
    list.slice(0, mostShown).map((row) => `  ${change} ${row.label} (${placeChange(row)})`);
  return [
    "",
    "People",
    ...peopleSentences(step),
    ...line(
      "↑",
      moved.filter(({ change }) => change === "risen"),
    ),
    ...line(
      "↓",
      moved.filter(({ change }) => change === "fallen"),
    ),
    ...line("new", named("new")),
    ...line("gone", named("gone")),
    "",
    "Communities",
    ...communitySentences(step),
    ...step.communities
      .filter(({ change }) => change !== "ends" && change !== "new")
      .slice(0, mostShown)
      .map(
        ({ communityBefore, communityNow, change, shared }) =>
          `  ${communityBefore} → ${communityNow} (${change}, ${shared} people in both)`,
      ),
  ];
}
