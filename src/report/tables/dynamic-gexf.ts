import { xmlText } from "../../text/xml-text.js";
import type { PublicPerson } from "../view/public-person.js";
import type { PublicReport } from "../view/public-report.js";
import type { PublicPersonInSlice, PublicSlices } from "../view/public-slices.js";
import { titleOf } from "../words/summary.js";
import { placeInGexf } from "./network-gexf.js";

/** What changes of a person from slice to slice, by the names of `people-over-time.csv`. */
const personAttributes = [
  { name: "posts", type: "integer", value: ({ posts }: PublicPersonInSlice) => posts },
  { name: "rank", type: "integer", value: ({ rank }: PublicPersonInSlice) => rank },
  { name: "in_degree", type: "integer", value: ({ inDegree }: PublicPersonInSlice) => inDegree },
  { name: "out_degree", type: "integer", value: ({ outDegree }: PublicPersonInSlice) => outDegree },
  { name: "pagerank", type: "double", value: ({ pagerank }: PublicPersonInSlice) => pagerank },
  { name: "role", type: "string", value: ({ role }: PublicPersonInSlice) => role },
  {
    name: "community_through_time",
    type: "string",
    value: ({ community }: PublicPersonInSlice) => community,
  },
] as const;

/**
 * The network of named people over time as GEXF 1.3, which Gephi's timeline plays: who is there when, ties with
 * their weights, and what people's numbers are. A slice is shown from its beginning until the next one begins. Places, colours and sizes are those of its map. Comes in pieces.
 *
 * https://gexf.net/dynamics.html
 */
export function* renderDynamicGexf(report: PublicReport, slices: PublicSlices): Generator<string> {
  const { provenance, network } = report;
  const spans = spansOf(slices);
  const inSlices = rowsByPerson(slices);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz"';
  yield ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
  yield ' xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">\n';
  yield `<meta>\n<creator>${xmlText(`${provenance.tool} ${provenance.version}`)}</creator>\n`;
  yield `<title>${xmlText(`${titleOf(report)} over time`)}</title>\n`;
  yield `<description>A tie is: ${xmlText(network.tieRule)}. People who have opted out are not in this file.</description>\n</meta>\n`;
  yield '<graph defaultedgetype="directed" idtype="string" mode="dynamic" timeformat="date" timerepresentation="interval">\n';
  yield '<attributes class="node" mode="dynamic">\n';
  for (const { name, type } of personAttributes) {
    yield `<attribute id="${name}" title="${name}" type="${type}"/>\n`;
  }
  // Gephi takes a changing weight from the attribute of this id.
  yield '</attributes>\n<attributes class="edge" mode="dynamic">\n<attribute id="weight" title="weight" type="double"/>\n</attributes>\n';
  yield `<nodes count="${inSlices.size}">\n`;
  for (const person of report.people) {
    const rows = inSlices.get(person.id);
    if (rows !== undefined) yield renderNode(person, rows, spans);
  }
  const ties = tiesByPair(report, slices);
  yield `</nodes>\n<edges count="${ties.length}">\n`;
  for (const [index, tie] of ties.entries()) yield renderEdge(tie, index, spans);
  yield "</edges>\n</graph>\n</gexf>\n";
}

interface Span {
  readonly start: string;
  /** The last second of it: intervals hold both of their ends. */
  readonly end: string;
}

function spansOf({ rows }: PublicSlices): Span[] {
  return rows.map(({ from, until }, at) => {
    const next = rows[at + 1]?.from ?? until;
    const last = Math.max(Date.parse(from), Date.parse(next) - 1000);
    return { start: from, end: new Date(last).toISOString().replace(".000Z", "Z") };
  });
}

function rowsByPerson({ people }: PublicSlices): Map<string, PublicPersonInSlice[]> {
  const found = new Map<string, PublicPersonInSlice[]>();
  for (const row of people) {
    const known = found.get(row.id);
    if (known === undefined) found.set(row.id, [row]);
    else known.push(row);
  }
  return found;
}

interface TieOverTime {
  readonly source: string;
  readonly target: string;
  /** The weight of the tie in the whole: slices may overlap. */
  readonly whole: number;
  readonly weights: { readonly slice: number; readonly weight: number }[];
}

/** By source and target. */
function tiesByPair({ network }: PublicReport, { ties }: PublicSlices): TieOverTime[] {
  const pairOf = (source: string, target: string): string => JSON.stringify([source, target]);
  const whole = new Map<string, number>();
  for (const { source, target, weight } of network.ties) whole.set(pairOf(source, target), weight);
  const found = new Map<string, TieOverTime>();
  for (const { source, target, slice, weight } of ties) {
    const pair = pairOf(source, target);
    const known = found.get(pair) ?? { source, target, whole: whole.get(pair) ?? 0, weights: [] };
    known.weights.push({ slice, weight });
    found.set(pair, known);
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, tie]) => tie);
}

function renderNode(
  person: PublicPerson,
  rows: readonly PublicPersonInSlice[],
  spans: readonly Span[],
): string {
  const { place } = person;
  const values = rows.flatMap((row) =>
    personAttributes.flatMap(({ name, value }) => {
      const known = value(row);
      return known === undefined ? [] : [timedValue(name, known, spans[row.slice - 1])];
    }),
  );
  const picture = place === undefined ? "" : placeInGexf(place);
  const spells = renderSpells(
    rows.map(({ slice }) => slice),
    spans,
  );
  const head = `<node id="${xmlText(person.id)}" label="${xmlText(person.label)}">`;
  return `${head}<attvalues>${values.join("")}</attvalues>${spells}${picture}</node>\n`;
}

function renderEdge(
  { source, target, whole, weights }: TieOverTime,
  index: number,
  spans: readonly Span[],
): string {
  const values = weights.map(({ slice, weight }) => timedValue("weight", weight, spans[slice - 1]));
  const spells = renderSpells(
    weights.map(({ slice }) => slice),
    spans,
  );
  const ends = `source="${xmlText(source)}" target="${xmlText(target)}"`;
  return `<edge id="${index}" ${ends} weight="${whole}"><attvalues>${values.join("")}</attvalues>${spells}</edge>\n`;
}

function timedValue(name: string, value: string | number, { start, end }: Span): string {
  return `<attvalue for="${name}" value="${value}" start="${start}" end="${end}"/>`;
}

/** One spell for slices that follow each other. */
function renderSpells(slices: readonly number[], spans: readonly Span[]): string {
  const spells: string[] = [];
  let from = 0;
  for (let at = 1; at <= slices.length; at += 1) {
    if (at < slices.length && slices[at] === slices[at - 1] + 1) continue;
    const { start } = spans[slices[from] - 1];
    const { end } = spans[slices[at - 1] - 1];
    spells.push(`<spell start="${start}" end="${end}"/>`);
    from = at;
  }
  return `<spells>${spells.join("")}</spells>`;
}
