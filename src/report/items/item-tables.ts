import { codebookColumns } from "../../model/columns/codebook-columns.js";
import {
  hasEdgeColumn,
  hasNodeColumn,
  isProjectedColumn,
  itemCommunityColumns,
  itemEdgeColumns,
} from "../../model/columns/item-network-columns.js";
import { itemNetworkMeasures } from "../../model/columns/item-network-measures.js";
import { itemNodeColumns } from "../../model/columns/item-node-columns.js";
import { networkColumns } from "../../model/columns/network-columns.js";
import { threadColumns } from "../../model/columns/thread-columns.js";
import { codebookRows, type Told } from "../tables/codebook.js";
import { type ReportTable, table } from "../tables/report-tables.js";
import type { PublicItemNetwork } from "../view/public-item-network.js";

const rowsAre: Readonly<Record<string, string>> = {
  nodes: "a node",
  edges: "a tie",
  communities: "a community",
  network: "a measure of the whole network",
  threads: "a thread",
  codebook: "a column of a table",
};

/** What the codebook of such a network tells of. */
export function toldOfItems(network: PublicItemNetwork): Told {
  const tables = [...tablesWithout(network), codebookTable(() => [])];
  return {
    tables: tables.map(({ name, columns }) => ({
      file: `${name}.csv`,
      row: rowsAre[name] ?? "a tie of nodes of one kind by what they share",
      columns,
    })),
    measures: itemNetworkMeasures,
  };
}

/** The tables of such a network. */
export function itemTablesOf(network: PublicItemNetwork): ReportTable[] {
  return [...tablesWithout(network), codebookTable(() => codebookRows(toldOfItems(network)))];
}

function codebookTable(rows: () => ReturnType<typeof codebookRows>): ReportTable {
  return table("codebook", codebookColumns, rows);
}

function tablesWithout(network: PublicItemNetwork): ReportTable[] {
  const { name, nodes, edges, communities, measures, projected, threads } = network;
  return [
    table(
      "nodes",
      itemNodeColumns,
      () => nodes,
      (column) => hasNodeColumn(name, column),
    ),
    table(
      "edges",
      itemEdgeColumns,
      () => edges,
      (column) => hasEdgeColumn(name, column),
    ),
    table("communities", itemCommunityColumns, () => communities),
    table("network", networkColumns, () => measures),
    ...projected.map((one) => table(one.name, itemEdgeColumns, () => one.edges, isProjectedColumn)),
    ...(threads === undefined ? [] : [table("threads", threadColumns, () => threads)]),
  ];
}
