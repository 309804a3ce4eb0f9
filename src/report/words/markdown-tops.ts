import { type ItemKind, itemKinds } from "../../model/top-items.js";
import { type TopMeasure, topMeasures } from "../../model/top-measures.js";
import { counted } from "../../text/counted.js";
import type { PublicReport } from "../view/public-report.js";
import { topValueText } from "../view/top-people.js";
import { communityTitle } from "./community-title.js";
import { markdownText } from "./markdown.js";

/** Communities that are shown by themselves; the tables have all. */
const communitiesShown = 10;
const fewestMembers = 5;
const itemsOfCommunity = 5;
const peopleOfCommunity = 5;

const titles: Readonly<Record<ItemKind, string>> = {
  hashtag: "Hashtags",
  link: "Links",
  domain: "Sites",
  word: "Words",
  pair: "Pairs of words",
  distinctive_word: "Words that set it apart",
};

/** What everybody uses most and who is at the top, as tables; then the same of each community, in lines. */
export function* renderTops(report: PublicReport): Generator<string> {
  const { communities } = report;
  yield "\n## At the top\n\nNobody who has opted out is listed. All of it is in top-items.csv and top-people.csv.\n";
  yield* renderPeopleTable(report);
  yield "\n### What most people use\n\n";
  yield* renderItems(report, undefined, 10);
  const shown = communities.filter(({ size }) => size >= fewestMembers).slice(0, communitiesShown);
  for (const one of shown) {
    yield `\n### ${one.community}: ${markdownText(communityTitle(one))}, ${counted(one.size, "person", "people")}\n\n`;
    for (const { measure, title } of topMeasures) {
      const first = peopleAt(report, one.community, measure).slice(0, peopleOfCommunity);
      if (first.length > 0) yield `- ${title}: ${first.join(", ")}\n`;
    }
    yield* renderItems(report, one.community, itemsOfCommunity);
  }
}

function* renderPeopleTable(report: PublicReport): Generator<string> {
  const columns = topMeasures.map(({ measure, title }) => ({
    title,
    cells: peopleAt(report, undefined, measure),
  }));
  const rows = Math.max(...columns.map(({ cells }) => cells.length));
  if (rows === 0) return;
  yield `\n| place | ${columns.map(({ title }) => title).join(" | ")} |\n|---:|---|---|---|---|\n`;
  for (let row = 0; row < rows; row += 1) {
    yield `| ${row + 1} | ${columns.map(({ cells }) => cells[row] ?? "").join(" | ")} |\n`;
  }
}

function peopleAt(
  { topPeople }: PublicReport,
  community: string | undefined,
  measure: TopMeasure,
): string[] {
  return topPeople
    .filter((row) => row.community === community && row.measure === measure)
    .map(({ label, value }) => `${markdownText(label)} (${topValueText(value)})`);
}

function* renderItems(
  { topItems }: PublicReport,
  community: string | undefined,
  most: number,
): Generator<string> {
  for (const kind of itemKinds) {
    if (community === undefined && kind === "distinctive_word") continue;
    const items = topItems
      .filter((row) => row.community === community && row.kind === kind)
      .slice(0, most)
      .map(({ item, authors }) => `${markdownText(item)} (${authors})`);
    if (items.length > 0) yield `- ${titles[kind]}: ${items.join(", ")}\n`;
  }
}
