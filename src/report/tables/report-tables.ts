import { codebookColumns } from "../../model/columns/codebook-columns.js";
import type { RowOf, TableColumn } from "../../model/columns/column.js";
import { communitiesOverTimeColumns } from "../../model/columns/communities-over-time-columns.js";
import { communityColumns } from "../../model/columns/community-columns.js";
import { edgeColumns } from "../../model/columns/edge-columns.js";
import { followColumns } from "../../model/columns/follow-columns.js";
import { interactionColumns } from "../../model/columns/interaction-columns.js";
import { networkColumns } from "../../model/columns/network-columns.js";
import { nodeColumns } from "../../model/columns/node-columns.js";
import { peopleOverTimeColumns } from "../../model/columns/people-over-time-columns.js";
import { postColumns, postTextColumn } from "../../model/columns/post-columns.js";
import { sliceColumns } from "../../model/columns/slice-columns.js";
import { topItemColumns } from "../../model/columns/top-item-columns.js";
import { topPeopleColumns } from "../../model/columns/top-people-columns.js";
import type { Cell } from "../../text/csv.js";
import type { PublicReport } from "../view/public-report.js";
import { codebookRows, toldOfReport } from "./codebook.js";
import { columnsOf } from "./table.js";
import { communityRows, followRows } from "./table-rows.js";

/** A table of a report, for whatever writes tables. */
export interface ReportTable {
  /** Of its files, without an ending. */
  readonly name: string;
  readonly columns: readonly TableColumn[];
  /** Cells in the order of columns, row by row. */
  cells(): Iterable<readonly Cell[]>;
}

/** The tables that are made of a report, people first. */
export function reportTablesOf(report: PublicReport): ReportTable[] {
  const { communities, network, people, follow, topItems, topPeople, slices, hasTexts } = report;
  return [
    table("nodes", nodeColumns, () => people),
    table("edges", edgeColumns, () => network.ties),
    table("interactions", interactionColumns, () => report.interactions),
    table(
      "posts",
      [...postColumns, postTextColumn],
      () => report.posts,
      ({ key }) => key !== "text" || hasTexts,
    ),
    table("communities", communityColumns, () => communityRows(communities)),
    table("top-items", topItemColumns, () => topItems),
    table("top-people", topPeopleColumns, () => topPeople),
    table("network", networkColumns, () => network.metrics),
    table("follow", followColumns, () => followRows(follow.lists)),
    ...(slices === undefined
      ? []
      : [
          table("slices", sliceColumns, () => slices.rows),
          table("people-over-time", peopleOverTimeColumns, () => slices.people),
          table("communities-over-time", communitiesOverTimeColumns, () => slices.communities),
        ]),
    table("codebook", codebookColumns, () => codebookRows(toldOfReport(report))),
  ];
}

/** A table of these columns, or of those of them that are wanted. */
export function table<const Columns extends readonly TableColumn[]>(
  name: string,
  columns: Columns,
  rows: () => Iterable<RowOf<Columns>>,
  isWanted: (column: Columns[number]) => boolean = () => true,
): ReportTable {
  const made = columnsOf(columns).filter((_, at) => isWanted(columns[at]));
  return {
    name,
    columns: columns.filter(isWanted),
    *cells() {
      for (const row of rows()) yield made.map(({ cell }) => cell(row));
    },
  };
}
