import { withCommas } from "./counted.js";
import type { PublicReport } from "./public-report.js";
import {
  eligibilitySentence,
  networkSentences,
  orderSentence,
  periodOf,
  titleOf,
} from "./summary.js";

const peopleShown = 10;

/**
 * What a person sees when an analysis is done: whom to follow, the network in six lines, and where
 * the files are, if any were written. Plain text without control characters.
 */
export function renderTerminalText(report: PublicReport, folder: string | undefined): string {
  const period = periodOf(report);
  const posts = withCommas(report.provenance.hits);
  const lines = [`${titleOf(report)}: ${posts} posts${period === "" ? "" : `, ${period}`}`, ""];
  const [list] = report.follow.lists;
  lines.push("Whom to follow");
  const shown = list.people.slice(0, peopleShown);
  if (shown.length === 0) lines.push("  Nobody can be recommended here.");
  for (const { rank, person, reasons, links } of shown) {
    const name = person.name === undefined ? "" : `  ${person.name}`;
    lines.push("", `${String(rank).padStart(3)}  ${person.label}${name}`);
    for (const text of [...reasons, ...links]) lines.push(`     ${text}`);
  }
  lines.push("", `  ${orderSentence(report)}`, `  ${eligibilitySentence(report)}`);
  for (const warning of report.follow.warnings) lines.push(`  Note: ${warning}.`);
  lines.push("", "The network");
  for (const sentence of networkSentences(report)) lines.push(`  ${sentence}`);
  if (folder !== undefined) {
    lines.push("", `Everything is in ${folder}: start with report.md, then follow.csv.`);
  }
  return `${lines.join("\n")}\n`;
}
