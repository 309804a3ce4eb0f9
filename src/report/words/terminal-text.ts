import type { PublicReport } from "../view/public-report.js";
import { accountSentences } from "./account-words.js";
import { coverageSentences } from "./coverage-words.js";
import { type FilesWritten, filesSentence } from "./files-sentence.js";
import { listLines } from "./list-text.js";
import { madeSentence } from "./list-words.js";
import { sliceSentences } from "./slice-words.js";
import {
  eligibilitySentence,
  networkSentences,
  nobodySentence,
  periodOf,
  plainNetworkSentences,
  postsPhrase,
  titleOf,
} from "./summary.js";

const peopleShown = 10;

/**
 * What a person sees when an analysis is done: whom to follow, what the network means and its numbers, and where
 * the files are, if any were written. Plain text without control characters.
 */
export function renderTerminalText(
  report: PublicReport,
  written: FilesWritten | undefined,
): string {
  const { follow, provenance } = report;
  const period = periodOf(report.provenance);
  const posts = postsPhrase(report) || "a network without posts";
  const lines = [`${titleOf(report)}: ${posts}${period === "" ? "" : `, ${period}`}`, ""];
  const starter = follow.lists.find(({ list }) => list === "starter");
  if (starter === undefined) lines.push(nobodySentence(follow));
  else {
    lines.push(...listLines(starter, peopleShown), "", `  ${madeSentence(starter, follow)}`);
  }
  lines.push(`  ${eligibilitySentence(follow)}`);
  for (const warning of follow.warnings) lines.push(`  Note: ${warning}.`);
  lines.push("", "The network");
  for (const sentence of plainNetworkSentences(report)) lines.push(`  ${sentence}`);
  for (const sentence of networkSentences(report)) lines.push(`  ${sentence}`);
  if (report.slices !== undefined) {
    lines.push("", "Over time");
    for (const sentence of sliceSentences(report.slices)) lines.push(`  ${sentence}`);
  }
  lines.push("", "What was read");
  for (const sentence of accountSentences(report)) lines.push(`  ${sentence}`);
  if (provenance.coverage !== undefined) {
    lines.push("", "What the servers showed");
    for (const sentence of coverageSentences(provenance.coverage)) lines.push(`  ${sentence}`);
  }
  if (written !== undefined) lines.push("", filesSentence(written));
  return `${lines.join("\n")}\n`;
}
