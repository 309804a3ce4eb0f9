import { xmlText } from "../../text/xml-text.js";
import type { PublicPerson, PublicPlace } from "../view/public-person.js";
import type { PublicReport, PublicTie } from "../view/public-report.js";
import { titleOf } from "../words/summary.js";
import {
  edgeAttributes,
  type GraphAttribute,
  nodeAttributes,
  valueWriter,
} from "./graph-attributes.js";

const aroundValue = (name: string) => ({
  opening: `<attvalue for="${xmlText(name)}" value="`,
  closing: '"/>',
});
const nodeValues = valueWriter(nodeAttributes, aroundValue);
const edgeValues = valueWriter(edgeAttributes, aroundValue);

/**
 * The network as GEXF 1.3, which Gephi, Gephi Lite and Cytoscape open: ids are strings, times are
 * ISO 8601 texts, and every column of `nodes.csv` and `edges.csv` is an attribute of the same
 * name. Position, size and colour are those of the map, where there is one. Comes in pieces.
 *
 * https://gexf.net
 */
export function* renderGexf(report: PublicReport): Generator<string> {
  const { people, network, provenance } = report;
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz"';
  yield ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
  yield ' xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">\n';
  yield `<meta>\n<creator>${xmlText(`${provenance.tool} ${provenance.version}`)}</creator>\n`;
  yield `<title>${xmlText(titleOf(report))}</title>\n`;
  yield `<description>A tie is: ${xmlText(network.tieRule)}</description>\n</meta>\n`;
  yield '<graph defaultedgetype="directed" idtype="string" mode="static">\n';
  yield* renderAttributes("node", nodeAttributes);
  yield* renderAttributes("edge", edgeAttributes);
  yield `<nodes count="${people.length}">\n`;
  for (const person of people) yield renderNode(person);
  yield `</nodes>\n<edges count="${network.ties.length}">\n`;
  let index = 0;
  for (const tie of network.ties) {
    yield renderEdge(tie, index);
    index += 1;
  }
  yield "</edges>\n</graph>\n</gexf>\n";
}

function* renderAttributes<Row>(
  of: "node" | "edge",
  attributes: readonly GraphAttribute<Row>[],
): Generator<string> {
  yield `<attributes class="${of}" mode="static">\n`;
  for (const { name, type } of attributes) {
    yield `<attribute id="${xmlText(name)}" title="${xmlText(name)}" type="${type}"/>\n`;
  }
  yield "</attributes>\n";
}

function renderNode(person: PublicPerson): string {
  const head = `<node id="${xmlText(person.id)}" label="${xmlText(person.label)}">`;
  const place = person.place === undefined ? "" : placeInGexf(person.place);
  return `${head}${inValues(nodeValues(person))}${place}</node>\n`;
}

function renderEdge(tie: PublicTie, index: number): string {
  const ends = `source="${xmlText(tie.source)}" target="${xmlText(tie.target)}"`;
  const head = `<edge id="${index}" ${ends} weight="${tie.weight}">`;
  return `${head}${inValues(edgeValues(tie))}</edge>\n`;
}

function inValues(values: string): string {
  return values === "" ? "" : `<attvalues>${values}</attvalues>`;
}

/** The map's y grows downwards; that of the programs that open the file grows upwards. */
export function placeInGexf({ x, y, radius, color }: PublicPlace): string {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  const position = `<viz:position x="${x}" y="${y === 0 ? 0 : -y}" z="0"/>`;
  return `<viz:color r="${red}" g="${green}" b="${blue}"/>${position}<viz:size value="${radius}"/>`;
}
