import type { RowOf, TableColumn } from "../../model/columns/column.js";
import { hasNodeColumn } from "../../model/columns/item-network-columns.js";
import { itemNodeColumns } from "../../model/columns/item-node-columns.js";
import { threadColumns } from "../../model/columns/thread-columns.js";
import { counted, withCommas, withMinus } from "../../text/counted.js";
import type { Cell, Column } from "../../text/csv.js";
import { Html, html } from "../page/html.js";
import { renderPlainPage } from "../page/plain-page.js";
import { columnsOf } from "../tables/table.js";
import { periodOf } from "../words/summary.js";
import type { ItemReport } from "./item-report.js";
import { noteSentences, sizeSentence, strongestNodes } from "./item-words.js";

const mostRows = 50;
/** Of nodes, those that a page shows; the others are in `nodes.csv`. */
const shownOfNodes: ReadonlySet<string> = new Set([
  ...["label", "kind", "author", "time", "posts", "people", "inside", "degree", "strength"],
  ...["in_degree", "out_degree", "betweenness", "pagerank", "core_number", "community"],
]);

/** The picture of a map, as an address of data for an attribute in single quotes. */
interface PagePicture {
  readonly address: string;
  readonly width: number;
  readonly height: number;
}

/** A network of other things than people as one page that needs nothing else. */
export function renderItemPage(report: ItemReport, picture: PagePicture): string {
  const { network, title, filters } = report;
  const period = periodOf(report);
  const when = period === "" ? "" : ` Posts of ${period} (UTC).`;
  return renderPlainPage({
    title: `${title}: ${network.name}`,
    style: "body { max-width: 75rem; }\n",
    body: html`<p>${sizeSentence(report)}${when} A tie: ${network.tieRule}.</p>
${filters.length === 0 ? undefined : html`<p>Only: ${filters.join("; ")}.</p>\n`}
<img width="${picture.width}" height="${picture.height}" alt="Map of the network: a box for each community, lines for ties. The tables say the same in words." src='${new Html(picture.address)}'>
${threadsPart(network)}${nodesPart(network)}<h2>Communities</h2>
${communitiesPart(network)}<h2>The network</h2>
<div class="wide"><table><thead><tr><th scope="col">measure</th><th scope="col" class="number">value</th><th scope="col">what it is</th></tr></thead><tbody>
${network.measures.filter(({ value }) => value !== undefined).map(({ name, value, note }) => html`<tr><th scope="row">${name}</th><td class="number">${cellText(value)}</td><td>${note}</td></tr>\n`)}</tbody></table></div>
<h2>What to know</h2>
<ul>${noteSentences(report).map((note) => html`<li>${note}</li>\n`)}</ul>
<h2>How it was made</h2>
${madePart(report)}`,
  });
}

function threadsPart({ threads }: ItemReport["network"]): Html | undefined {
  if (threads === undefined) return undefined;
  return html`<h2>Threads</h2>
<p>${shownOf("threads", threads.length, "threads.csv")}</p>
${rowsTable(threadColumns, threads.slice(0, mostRows))}`;
}

function nodesPart(network: ItemReport["network"]): Html {
  const nodes = strongestNodes(network);
  const columns = itemNodeColumns.filter(
    (column) => shownOfNodes.has(column.column) && hasNodeColumn(network.name, column),
  );
  return html`<h2>The strongest</h2>
<p>${shownOf("nodes with ties", nodes.length, "nodes.csv")}</p>
${rowsTable(columns, nodes.slice(0, mostRows))}`;
}

function shownOf(what: string, count: number, file: string): string {
  return count > mostRows
    ? `The first ${mostRows} of ${withCommas(count)} ${what}; ${file} has all, with more measures.`
    : `All ${withCommas(count)} ${what}; ${file} has more measures.`;
}

function communitiesPart({ communities }: ItemReport["network"]): Html {
  if (communities.length === 0) return html`<p>There are no ties, and no communities.</p>\n`;
  return html`<div class="wide"><table><thead><tr><th scope="col">community</th><th scope="col" class="number">nodes</th><th scope="col">its strongest</th></tr></thead><tbody>
${communities.slice(0, mostRows).map(({ community, size, strongest }) => html`<tr><th scope="row">${community}</th><td class="number">${withCommas(size)}</td><td>${strongest}</td></tr>\n`)}</tbody></table></div>
${communities.length > mostRows ? html`<p>${withCommas(communities.length - mostRows)} smaller ones are in communities.csv.</p>\n` : undefined}`;
}

function madePart({ inputs, account, tool, seed }: ItemReport): Html {
  const names = inputs.map(({ name }) => name).join(", ");
  return html`<p>From ${names}: ${counted(account.analysed, "post", "posts")} of ${withCommas(account.found)} counted. tagatlas ${tool.version}, seed ${seed}. manifest.json has every option; tagatlas redo makes it again. codebook.md says what every column holds.</p>
`;
}

function rowsTable<const Columns extends readonly TableColumn[]>(
  columns: Columns,
  rows: readonly RowOf<Columns>[],
): Html {
  const cells: readonly Column<RowOf<Columns>>[] = columnsOf(columns);
  const sides = columns.map(({ type }) =>
    type === "whole" || type === "number" ? html` class="number"` : undefined,
  );
  return html`<div class="wide"><table><thead><tr>${columns.map(({ title }, at) => html`<th scope="col"${sides[at]}>${title}</th>`)}</tr></thead><tbody>
${rows.map((row) => html`<tr>${cells.map(({ cell }, at) => html`<td${sides[at]}>${cellText(cell(row))}</td>`)}</tr>\n`)}</tbody></table></div>
`;
}

function cellText(cell: Cell): string | undefined {
  if (typeof cell !== "number") return cell;
  return withMinus(Number.isInteger(cell) ? withCommas(cell) : String(Number(cell.toPrecision(3))));
}
