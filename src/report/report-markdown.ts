import type { PublicReport } from "./public-report.js";
import {
  eligibilitySentence,
  networkSentences,
  orderSentence,
  periodOf,
  titleOf,
} from "./summary.js";

const peopleShown = 10;

/** The report as CommonMark with tables, as a CI job's summary page shows it. */
export function* renderReportMarkdown(report: PublicReport): Generator<string> {
  yield `# ${markdownText(titleOf(report))}\n\n`;
  const period = periodOf(report);
  if (period !== "") yield `Posts of ${period}, in UTC.\n\n`;
  for (const list of report.follow.lists) {
    yield `## ${markdownText(list.title)}\n\n`;
    if (list.list === "follow") {
      yield `${orderSentence(report)} ${eligibilitySentence(report)}\n\n`;
    }
    if (list.people.length === 0) yield "Nobody can be recommended here.\n\n";
    for (const { rank, person, reasons, links } of list.people.slice(0, peopleShown)) {
      const name = person.name === undefined ? "" : ` (${markdownText(person.name)})`;
      yield `${rank}. **${markdownLink(person.label, person.url)}**${name}\n`;
      for (const reason of reasons) yield `   - ${markdownText(reason)}\n`;
      const posts = links.map((link, index) => markdownLink(`post ${index + 1}`, link));
      if (posts.length > 0) yield `   - ${posts.join(", ")}\n`;
    }
    if (list.people.length > 0) yield "\n";
  }
  for (const warning of report.follow.warnings) yield `> Note: ${markdownText(warning)}.\n\n`;
  yield "## The network\n\n";
  for (const sentence of networkSentences(report)) yield `- ${markdownText(sentence)}\n`;
  yield `\nA tie is: ${markdownText(report.network.tieRule)}.\n\n`;
  yield "| measure | value | what it says |\n|---|---:|---|\n";
  for (const { name, value, note } of report.network.metrics) {
    yield `| ${markdownText(name)} | ${formatted(value)} | ${markdownText(note)} |\n`;
  }
  yield "\n## Communities\n\n";
  if (report.communities.length === 0) yield "None.\n";
  else
    yield "| community | people | posts | hashtags that set it apart | most engaged |\n|---|---:|---:|---|---|\n";
  for (const { community, size, posts, label, topPeople } of report.communities) {
    const top = topPeople.slice(0, 5).map(markdownText).join(", ");
    yield `| ${community} | ${size} | ${posts} | ${markdownText(label)} | ${top} |\n`;
  }
  yield "\n## How it was made\n\n";
  const { provenance } = report;
  yield `- tagatlas ${provenance.version}; edges \`${provenance.settings.edges}\`, communities ${provenance.settings.communities}, respect ${provenance.settings.respect}, seed ${provenance.settings.seed}\n`;
  for (const input of provenance.inputs) {
    yield `- ${markdownText(input.name)}: ${input.read} posts read, ${input.kept} kept, ${input.duplicates} met before`;
    for (const { reason, count } of input.skipped)
      yield `; ${count} skipped, ${markdownText(reason)}`;
    yield input.endedEarly === undefined
      ? "\n"
      : `; **ended early**: ${markdownText(input.endedEarly)}\n`;
  }
}

/** Text that stays text: nothing in it can become a link, a mention, a cell or a tag. */
function markdownText(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|~&@#]/gu, "\\$&")
    .replace(/:(?=\/\/)/gu, "\\:")
    .replace(/\bwww\./giu, (start) => start.replace(".", "\\."));
}

function markdownLink(text: string, url: string | undefined): string {
  if (url === undefined) return markdownText(text);
  return `[${markdownText(text)}](<${url.replace(/[<>\\]/gu, encodeURIComponent)}>)`;
}

function formatted(value: number | undefined): string {
  if (value === undefined) return "–";
  return Number.isInteger(value) ? String(value) : value.toPrecision(4);
}
