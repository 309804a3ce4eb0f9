import { codebookColumns } from "../model/columns/codebook-columns.js";
import type { RowOf, TableColumn } from "../model/columns/column.js";
import { communityColumns } from "../model/columns/community-columns.js";
import { edgeColumns } from "../model/columns/edge-columns.js";
import { followColumns } from "../model/columns/follow-columns.js";
import { interactionColumns } from "../model/columns/interaction-columns.js";
import { networkColumns } from "../model/columns/network-columns.js";
import { nodeColumns } from "../model/columns/node-columns.js";
import { postColumns } from "../model/columns/post-columns.js";
import { topItemColumns } from "../model/columns/top-item-columns.js";
import { codebookRows, renderCodebook } from "./codebook.js";
import { renderCsv } from "./csv.js";
import { renderFollowHandout } from "./follow-handout.js";
import { renderMastodonFollows } from "./mastodon-follows.js";
import { renderGexf } from "./network-gexf.js";
import { renderGraphml } from "./network-graphml.js";
import { isMovable, mostTies } from "./page/page-data.js";
import type { PublicReport } from "./public-report.js";
import { renderReportJson } from "./report-json.js";
import { renderReportMarkdown } from "./report-markdown.js";
import { columnsOf } from "./table.js";
import { communityRows, followRows } from "./table-rows.js";

export interface ReportFile {
  readonly name: string;
  render(): Iterable<string | Uint8Array>;
}

/** So often all files of a report, the page among them, go through its people and its ties. */
const passes = 5;

/** How many rows of people and ties are made for the files of a report. */
export function rowsToWrite(report: PublicReport): number {
  const { people, network } = report;
  const { length } = network.ties;
  // Where the page does not show all ties, it goes through all for the strongest, and then through these.
  const again = isMovable(report) && length > mostTies ? mostTies : 0;
  const ofPage = isMovable(report) ? 0 : people.length + length;
  return passes * (people.length + length) + again - ofPage;
}

/** Every file of a report but its manifest, by name. */
export function reportFiles(report: PublicReport): ReportFile[] {
  const { communities, network, people, follow, topItems } = report;
  return [
    table("codebook.csv", codebookColumns, codebookRows),
    { name: "codebook.md", render: renderCodebook },
    table("communities.csv", communityColumns, () => communityRows(communities)),
    table("edges.csv", edgeColumns, () => network.ties),
    table("follow.csv", followColumns, () => followRows(follow.lists)),
    { name: "follow.md", render: () => renderFollowHandout(report) },
    table("interactions.csv", interactionColumns, () => report.interactions),
    { name: "mastodon-follows.csv", render: () => renderMastodonFollows(follow) },
    table("network.csv", networkColumns, () => network.metrics),
    { name: "network.gexf", render: () => renderGexf(report) },
    { name: "network.graphml", render: () => renderGraphml(report) },
    table("nodes.csv", nodeColumns, () => people),
    { name: "report.json", render: () => renderReportJson(report) },
    { name: "report.md", render: () => renderReportMarkdown(report) },
    table("posts.csv", postColumns, () => report.posts),
    table("top-items.csv", topItemColumns, () => topItems),
  ];
}

function table<const Columns extends readonly TableColumn[]>(
  name: string,
  columns: Columns,
  rows: () => Iterable<RowOf<Columns>>,
): ReportFile {
  return { name, render: () => renderCsv(columnsOf(columns), rows()) };
}
