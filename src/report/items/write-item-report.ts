import {
  hasEdgeColumn,
  hasNodeColumn,
  itemEdgeColumns,
} from "../../model/columns/item-network-columns.js";
import { itemNodeColumns } from "../../model/columns/item-node-columns.js";
import { UserError } from "../../model/errors.js";
import type { OtherNetworkName } from "../../model/other-network.js";
import {
  type OutputsAsked,
  slideNames,
  usualItemOutputs,
  workbookName,
} from "../../model/report-outputs.js";
import { renderCsvCells } from "../../text/csv.js";
import { manifestName } from "../manifest.js";
import type { ReportFile } from "../report-files.js";
import { runJson, versionsJson } from "../run-json.js";
import { renderCodebook } from "../tables/codebook.js";
import { attributesOf, type GraphAttribute } from "../tables/graph-attributes.js";
import type { GraphFile } from "../tables/graph-file.js";
import { renderGraphAsGexf } from "../tables/graph-gexf.js";
import { renderGraphAsGraphml } from "../tables/graph-graphml.js";
import { renderParquet } from "../tables/parquet.js";
import { renderWorkbook } from "../tables/workbook.js";
import type { ItemEdgeRow, ItemNodeRow } from "../view/public-item-network.js";
import { writeFolder } from "../write-folder.js";
import { renderItemJson } from "./item-json.js";
import { type ItemReport, itemReportVersion } from "./item-report.js";
import { itemTablesOf, toldOfItems } from "./item-tables.js";

/**
 * Files that are asked for by name and that such a network does not have.
 *
 * @throws {UserError} naming the first.
 */
export function checkItemOutputs(
  { only }: Pick<OutputsAsked, "only">,
  network: OtherNetworkName,
): void {
  const known: readonly string[] = [
    ...usualItemOutputs(network),
    "nodes.parquet",
    "edges.parquet",
    ...slideNames,
    workbookName,
  ];
  const [other] = only.filter((name) => !known.includes(name));
  if (other === undefined) return;
  throw new UserError(
    `${other} is no file of --network ${network}`,
    `leave it out; there are ${known.join(", ")}`,
  );
}

/** The map as files, and the page that shows it, where they are wanted. */
export type ItemPictures = (wanted: ReadonlySet<string>) => Promise<readonly ReportFile[]>;

/** Writes the files of a network of other things than people, and their manifest; see `writeFolder`. */
export async function writeItemReport(
  report: ItemReport,
  folder: string,
  {
    wanted,
    bom,
    pictures,
  }: {
    /** Names of files. */
    readonly wanted: ReadonlySet<string>;
    readonly bom: boolean;
    readonly pictures: ItemPictures;
  },
): Promise<void> {
  const files = [
    ...itemFiles(report, { bom }),
    ...(await pictures(wanted)),
    ...(await workbook(report, wanted)),
  ].filter(({ name }) => wanted.has(name));
  await writeFolder(folder, {
    files: files.sort((a, b) => (a.name < b.name ? -1 : 1)),
    manifestName,
    renderManifest: (sums) => renderItemManifest(report, sums),
  });
}

function itemFiles(report: ItemReport, { bom }: Pick<OutputsAsked, "bom">): ReportFile[] {
  const { network } = report;
  const tables = itemTablesOf(network);
  return [
    ...tables.map(({ name, columns, cells }) => ({
      name: `${name}.csv`,
      render: () => {
        const header = columns.map(({ column }) => column);
        return renderCsvCells(header, cells(), { bom });
      },
    })),
    ...tables.map((one) => ({ name: `${one.name}.parquet`, render: () => [renderParquet(one)] })),
    { name: "codebook.md", render: () => renderCodebook(toldOfItems(network)) },
    { name: "network.gexf", render: () => renderGraphAsGexf(graphOf(report, gexfNodes)) },
    { name: "network.graphml", render: () => renderGraphAsGraphml(graphmlOf(report)) },
    { name: "network.json", render: () => renderItemJson(report) },
  ];
}

async function workbook(
  { network }: ItemReport,
  wanted: ReadonlySet<string>,
): Promise<ReportFile[]> {
  if (!wanted.has(workbookName)) return [];
  const made = await renderWorkbook(itemTablesOf(network));
  return [{ name: workbookName, render: () => [made] }];
}

type Graph = GraphFile<ItemNodeRow, ItemEdgeRow>;

const gexfNodes = attributesOf(itemNodeColumns);
const gexfEdges = attributesOf(itemEdgeColumns);
/** igraph and Cytoscape know a node by its `name`. */
const ownInGraphml: readonly GraphAttribute<ItemNodeRow>[] = [
  { name: "name", type: "string", cell: ({ id }) => id },
  { name: "label", type: "string", cell: ({ label }) => label },
];
const weight: GraphAttribute<ItemEdgeRow> = {
  name: "weight",
  type: "double",
  cell: (edge) => edge.weight,
};

function graphOf(
  { tool, title, network }: ItemReport,
  nodes: readonly GraphAttribute<ItemNodeRow>[],
): Graph {
  const nodeNames = namesOf(itemNodeColumns, (column) => hasNodeColumn(network.name, column));
  const edgeNames = namesOf(itemEdgeColumns, (column) => hasEdgeColumn(network.name, column));
  return {
    creator: `tagatlas ${tool.version}`,
    title: `${title}: ${network.name}`,
    tieRule: network.tieRule,
    isDirected: network.isDirected,
    nodeAttributes: nodes.filter(({ name }) => nodeNames.has(name)),
    edgeAttributes: gexfEdges.filter(({ name }) => edgeNames.has(name)),
    nodes: network.nodes,
    edges: network.edges,
  };
}

function graphmlOf(report: ItemReport): Graph {
  const graph = graphOf(report, gexfNodes);
  return {
    ...graph,
    nodeAttributes: [...ownInGraphml, ...graph.nodeAttributes],
    edgeAttributes: [weight, ...graph.edgeAttributes],
  };
}

function namesOf<Column extends { readonly column: string }>(
  columns: readonly Column[],
  isWanted: (column: Column) => boolean,
): ReadonlySet<string> {
  return new Set(columns.filter(isWanted).map(({ column }) => column));
}

function renderItemManifest(report: ItemReport, outputs: Readonly<Record<string, string>>): string {
  const { run, inputs, tool, account, withheld, dropped, settings, seed, network } = report;
  const manifest = {
    schemaVersion: itemReportVersion,
    tool: "tagatlas",
    version: tool.version,
    versions: versionsJson(tool),
    run: runJson(run, inputs),
    inputs,
    coverage: { ...account, dropped, withheldPeople: withheld },
    configuration: { network: network.name, ...settings, filters: report.filters },
    seed,
    outputs,
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}
