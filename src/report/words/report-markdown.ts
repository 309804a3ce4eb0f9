import { inputPhrases } from "../../model/input-words.js";
import { withMinus } from "../../text/counted.js";
import { commandToRunAgain } from "../run-again.js";
import type { PublicFollow } from "../view/public-follow-lists.js";
import type { PublicReport } from "../view/public-report.js";
import { accountSentences } from "./account-words.js";
import { cutOffSentence, isCutOff } from "./community-title.js";
import { coverageSentences } from "./coverage-words.js";
import { importSentences } from "./import-words.js";
import { madeSentence } from "./list-words.js";
import { mapCaption } from "./map-caption.js";
import { markdownList, markdownText } from "./markdown.js";
import { renderTops } from "./markdown-tops.js";
import { methodsText } from "./methods-text.js";
import {
  analysedSentence,
  eligibilitySentence,
  networkSentences,
  nobodySentence,
  plainNetworkSentences,
  titleOf,
} from "./summary.js";

const peopleShown = 10;
const othersShown = 5;

/** The report as CommonMark with tables, as a CI job's summary page shows it. */
export function* renderReportMarkdown(report: PublicReport): Generator<string> {
  yield `# ${markdownText(titleOf(report))}\n\n`;
  yield `${analysedSentence(report)}\n\n`;
  yield "The map of the network: [map.png](map.png), or [map.svg](map.svg) to print. A caption for it:\n\n";
  yield `> ${markdownText(mapCaption(report))}\n\n`;
  yield* renderLists(report.follow);
  yield* renderImport(report.follow);
  yield "## The network\n\n";
  yield `${markdownText(plainNetworkSentences(report).join(" "))}\n\n`;
  for (const sentence of networkSentences(report)) yield `- ${markdownText(sentence)}\n`;
  yield `\nA tie is: ${markdownText(report.network.tieRule)}.\n\n`;
  yield "| measure | value | what it says |\n|---|---:|---|\n";
  for (const { name, value, note } of report.network.metrics) {
    yield `| ${markdownText(name)} | ${formatted(value)} | ${markdownText(note)} |\n`;
  }
  yield `\n${markdownText(report.network.shape.method)}\n\n`;
  for (const rule of report.network.shape.rules) yield `- ${markdownText(rule)}\n`;
  yield "\n## Communities\n\n";
  if (report.communities.length === 0) yield "None.\n";
  else
    yield "| community | people | posts | hashtags that set it apart | words that do | most engaged |\n|---|---:|---:|---|---|---|\n";
  for (const one of report.communities) {
    const { community, size, posts, label, distinctiveWords, topPeople } = one;
    const top = topPeople.slice(0, 5).map(markdownText).join(", ");
    const words = distinctiveWords.slice(0, 5).map(markdownText).join(", ");
    yield `| ${community}${isCutOff(one, report.communities) ? " (cut off)" : ""} | ${size} | ${posts} | ${markdownText(label)} | ${words} | ${top} |\n`;
  }
  if (report.communities.some((one) => isCutOff(one, report.communities))) {
    yield `\n${cutOffSentence}\n`;
  }
  yield* renderTops(report);
  const { provenance } = report;
  if (provenance.coverage !== undefined) {
    yield "\n## What the servers showed\n\n";
    for (const sentence of coverageSentences(provenance.coverage)) {
      yield `- ${markdownText(sentence)}\n`;
    }
  }
  yield "\n## How it was made\n\n";
  yield `- tagatlas ${provenance.version}; edges \`${provenance.settings.edges}\`, communities ${provenance.settings.communities}, respect ${provenance.settings.respect}, seed ${provenance.settings.seed}\n`;
  for (const sentence of accountSentences(report)) yield `- ${markdownText(sentence)}\n`;
  for (const input of provenance.inputs) {
    const phrases = inputPhrases(input, { lines: false }).map(markdownText);
    yield `- ${markdownText(input.name)}: ${phrases.join("; ")}`;
    yield input.endedEarly === undefined
      ? "\n"
      : `; **ended early**: ${markdownText(input.endedEarly)}\n`;
  }
  yield "\nThe same again, of the same files, in the folder where they are:\n\n";
  yield `    ${commandToRunAgain(provenance)}\n\n`;
  yield "`tagatlas redo manifest.json` does so and compares every file.\n\n";
  const { paragraph, references } = methodsText(report);
  yield `### Methods, for a paper\n\n${markdownText(paragraph)}\n\n`;
  for (const reference of references) yield `- ${markdownText(reference)}\n`;
  yield `\n### To cite\n\n${markdownText(report.tool.citation)}\n`;
}

function* renderLists(follow: PublicFollow): Generator<string> {
  const [first, ...others] = follow.lists.filter(({ community }) => community === undefined);
  if (first === undefined) {
    yield `${nobodySentence(follow)}\n\n`;
  } else {
    yield `## ${markdownText(first.title)}\n\n`;
    yield* markdownList(first, peopleShown);
    yield `**${first.question}** ${madeSentence(first, follow)} `;
  }
  yield `${eligibilitySentence(follow)}\n\n`;
  for (const warning of follow.warnings) yield `> Note: ${markdownText(warning)}.\n\n`;
  for (const list of others) {
    yield `### ${markdownText(list.title)}\n\n**${list.question}** ${madeSentence(list, follow)}\n\n`;
    yield* markdownList(list, othersShown);
  }
}

function* renderImport(follow: PublicFollow): Generator<string> {
  const sentences = importSentences(follow);
  if (sentences.length > 0) yield `### To follow them\n\n${markdownText(sentences.join(" "))}\n\n`;
}

function formatted(value: number | undefined): string {
  if (value === undefined) return "–";
  return withMinus(Number.isInteger(value) ? String(value) : value.toPrecision(4));
}
