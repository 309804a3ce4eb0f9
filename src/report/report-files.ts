import { renderCsv } from "./csv.js";
import { renderFollowHandout } from "./follow-handout.js";
import { renderMastodonFollows } from "./mastodon-follows.js";
import { renderGexf } from "./network-gexf.js";
import { renderGraphml } from "./network-graphml.js";
import { isMovable, mostTies } from "./page/page-data.js";
import type { PublicReport } from "./public-report.js";
import { renderReportJson } from "./report-json.js";
import { renderReportMarkdown } from "./report-markdown.js";
import {
  communityColumns,
  edgeColumns,
  followColumns,
  followRows,
  networkColumns,
  nodeColumns,
  topItemColumns,
} from "./tables.js";

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
    { name: "communities.csv", render: () => renderCsv(communityColumns, communities) },
    { name: "edges.csv", render: () => renderCsv(edgeColumns, network.ties) },
    { name: "follow.csv", render: () => renderCsv(followColumns, followRows(follow.lists)) },
    { name: "follow.md", render: () => renderFollowHandout(report) },
    { name: "mastodon-follows.csv", render: () => renderMastodonFollows(follow) },
    { name: "network.csv", render: () => renderCsv(networkColumns, network.metrics) },
    { name: "network.gexf", render: () => renderGexf(report) },
    { name: "network.graphml", render: () => renderGraphml(report) },
    { name: "nodes.csv", render: () => renderCsv(nodeColumns, people) },
    { name: "report.json", render: () => renderReportJson(report) },
    { name: "report.md", render: () => renderReportMarkdown(report) },
    { name: "top-items.csv", render: () => renderCsv(topItemColumns, topItems) },
  ];
}
