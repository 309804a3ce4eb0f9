import { workbookName } from "../model/report-outputs.js";
import { renderCsvCells } from "../text/csv.js";
import { communityStream } from "./charts/community-stream.js";
import { cutOffOverTime } from "./charts/cut-off.js";
import { rankBump } from "./charts/rank-bump.js";
import { renderHandoutPage } from "./page/handout-page.js";
import { isMovable, mostTies } from "./page/page-data.js";
import { renderReportJson } from "./report-json.js";
import { renderCodebook, toldOfReport } from "./tables/codebook.js";
import { renderDynamicGexf } from "./tables/dynamic-gexf.js";
import {
  isForMastodon,
  mastodonFollows,
  mastodonFollowsName,
  renderMastodonFollows,
} from "./tables/mastodon-follows.js";
import { renderGexf } from "./tables/network-gexf.js";
import { renderGraphml } from "./tables/network-graphml.js";
import { renderParquet } from "./tables/parquet.js";
import { reportTablesOf } from "./tables/report-tables.js";
import { renderWorkbook } from "./tables/workbook.js";
import type { PublicReport } from "./view/public-report.js";
import type { PublicSlices } from "./view/public-slices.js";
import { renderFollowHandout } from "./words/follow-handout.js";
import { renderReportMarkdown } from "./words/report-markdown.js";

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
  // Its first paragraph counts who posted, its cards look for colours, and its top tens for people.
  const ofCards = (report.provenance.found > 0 ? 3 : 2) * people.length;
  return passes * (people.length + length) + again + ofCards - ofPage;
}

/** Those files of a report that are wanted, but its manifest, workbook and pictures. */
export function reportFiles(
  report: PublicReport,
  { wanted, bom }: { readonly wanted: ReadonlySet<string>; readonly bom: boolean },
): ReportFile[] {
  const { slices } = report;
  const follows = mastodonFollows(report.follow);
  const tables = reportTablesOf(report);
  const files: readonly ReportFile[] = [
    ...tables.map(({ name, columns, cells }) => ({
      name: `${name}.csv`,
      render: () => {
        const header = columns.map(({ column }) => column);
        return renderCsvCells(header, cells(), { bom });
      },
    })),
    ...tables.map((table) => ({
      name: `${table.name}.parquet`,
      render: () => [renderParquet(table)],
    })),
    { name: "codebook.md", render: () => renderCodebook(toldOfReport(report)) },
    { name: "follow.html", render: () => renderHandoutPage(report) },
    { name: "follow.md", render: () => renderFollowHandout(report) },
    ...(isForMastodon(follows)
      ? [{ name: mastodonFollowsName, render: () => renderMastodonFollows(follows) }]
      : []),
    ...(slices === undefined ? [] : sliceFiles(report, slices)),
    { name: "network.gexf", render: () => renderGexf(report) },
    { name: "network.graphml", render: () => renderGraphml(report) },
    { name: "report.json", render: () => renderReportJson(report) },
    { name: "report.md", render: () => renderReportMarkdown(report) },
  ];
  return files.filter(({ name }) => wanted.has(name));
}

/** What is drawn over time, and the network for a timeline; where there is but one slice, nothing is drawn. */
function sliceFiles(report: PublicReport, slices: PublicSlices): ReportFile[] {
  const look = { form: "file", cutOff: cutOffOverTime(report, slices) } as const;
  const drawn = [
    { name: "communities-over-time.svg", chart: communityStream(slices, look) },
    { name: "ranks-over-time.svg", chart: rankBump(slices, look) },
  ];
  return [
    { name: "network-over-time.gexf", render: () => renderDynamicGexf(report, slices) },
    ...drawn.flatMap(({ name, chart }) =>
      chart === undefined ? [] : [{ name, render: () => [String(chart)] }],
    ),
  ];
}

/** A report's workbook, where it is wanted, made already: its writer does not wait to be asked. */
export async function workbookFiles(
  report: PublicReport,
  wanted: ReadonlySet<string>,
): Promise<ReportFile[]> {
  if (!wanted.has(workbookName)) return [];
  const workbook = await renderWorkbook(reportTablesOf(report));
  return [{ name: workbookName, render: () => [workbook] }];
}
