import type { InteractionKind } from "../../model/interaction.js";
import { xmlText } from "../../text/xml-text.js";
import type { PublicPerson } from "../view/public-person.js";
import type { PublicReport, PublicTie } from "../view/public-report.js";
import { titleOf } from "../words/summary.js";
import {
  edgeAttributes,
  type GraphAttribute,
  nodeAttributesInGraphml,
  valueWriter,
} from "./graph-attributes.js";

/*
 * NodeXL fills the columns of its sheets from attributes of the same name. Excel does not tell
 * upper from lower case in the names of columns, so `label`, `followers` and `pagerank` are
 * NodeXL's already, and a second spelling would only clash; where NodeXL's name is another, it
 * stands beside ours.
 */

const nodexlNodeAttributes: readonly GraphAttribute<PublicPerson>[] = [
  { name: "In-Degree", type: "integer", cell: (person) => person.inDegree },
  { name: "Out-Degree", type: "integer", cell: (person) => person.outDegree },
  { name: "Betweenness Centrality", type: "double", cell: (person) => person.betweenness },
  { name: "Tooltip", type: "string", cell: tooltip },
  { name: "Color", type: "string", cell: (person) => redGreenBlue(person.place?.color) },
  { name: "Size", type: "double", cell: (person) => person.place?.radius },
  { name: "X", type: "double", cell: (person) => person.place?.x },
  { name: "Y", type: "double", cell: (person) => person.place?.y },
];

const nodexlEdgeAttributes: readonly GraphAttribute<PublicTie>[] = [
  { name: "Edge Weight", type: "double", cell: (tie) => tie.weight },
  { name: "Relationship", type: "string", cell: relationship },
];

const graphmlNodeAttributes: readonly GraphAttribute<PublicPerson>[] = [
  // igraph and Cytoscape know a node by its `name`, and make one of two that share it.
  { name: "name", type: "string", cell: (person) => person.id },
  { name: "label", type: "string", cell: (person) => person.label },
  ...nodeAttributesInGraphml,
  ...nodexlNodeAttributes,
];

const graphmlEdgeAttributes: readonly GraphAttribute<PublicTie>[] = [
  { name: "weight", type: "double", cell: (tie) => tie.weight },
  ...edgeAttributes,
  ...nodexlEdgeAttributes,
];

const aroundValue = (of: "node" | "edge") => (name: string) => ({
  opening: `<data key="${keyId(of, name)}">`,
  closing: "</data>",
});
const nodeData = valueWriter(graphmlNodeAttributes, aroundValue("node"));
const edgeData = valueWriter(graphmlEdgeAttributes, aroundValue("edge"));

/** GraphML's names for types; counts of followers fit 32 bits. */
const typeNames = { string: "string", integer: "int", double: "double" } as const;

/**
 * The network as GraphML, which igraph, networkx, Gephi, Cytoscape and NodeXL open: every column
 * of `nodes.csv` and `edges.csv` is an attribute of the same name, but the name that a person shows
 * is `display_name`; those that NodeXL calls otherwise stand under its names too. Comes in pieces.
 *
 * http://graphml.graphdrawing.org
 */
export function* renderGraphml(report: PublicReport): Generator<string> {
  const { people, network } = report;
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"';
  yield ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
  yield ' xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns';
  yield ' http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n';
  yield `<desc>${xmlText(titleOf(report))}. A tie is: ${xmlText(network.tieRule)}</desc>\n`;
  yield* renderKeys("node", graphmlNodeAttributes);
  yield* renderKeys("edge", graphmlEdgeAttributes);
  yield '<graph id="network" edgedefault="directed">\n';
  for (const person of people) {
    yield `<node id="${xmlText(person.id)}">${nodeData(person)}</node>\n`;
  }
  let index = 0;
  for (const tie of network.ties) {
    const ends = `source="${xmlText(tie.source)}" target="${xmlText(tie.target)}"`;
    yield `<edge id="e${index}" ${ends}>${edgeData(tie)}</edge>\n`;
    index += 1;
  }
  yield "</graph>\n</graphml>\n";
}

function* renderKeys<Row>(
  of: "node" | "edge",
  attributes: readonly GraphAttribute<Row>[],
): Generator<string> {
  for (const { name, type } of attributes) {
    yield `<key id="${keyId(of, name)}" for="${of}" attr.name="${xmlText(name)}" attr.type="${typeNames[type]}"/>\n`;
  }
}

/** An XML name, one for each attribute: nodes and edges may have attributes of the same name. */
function keyId(of: "node" | "edge", name: string): string {
  return `${of}_${name.replace(/[^\w-]/gu, "_")}`;
}

function tooltip(person: PublicPerson): string {
  const { label, name, community, followers } = person;
  return [
    name === undefined ? label : `${name} (${label})`,
    ...(community === undefined ? [] : [community]),
    ...(followers === undefined ? [] : [`${followers} followers`]),
  ].join(", ");
}

/** NodeXL's words, in the order of our columns. */
const relationshipWords = {
  reply: "Replies to",
  mention: "Mentions",
  repost: "Retweet",
  quote: "Quote",
  follow: "Followed",
} as const satisfies Record<InteractionKind, string>;

function relationship(tie: PublicTie): string {
  return edgeAttributes
    .flatMap(({ name }) => (isKind(name) && tie.byKind[name] > 0 ? [relationshipWords[name]] : []))
    .join(", ");
}

function isKind(name: string): name is InteractionKind {
  return name in relationshipWords;
}

/** The form in which NodeXL itself writes colours. */
function redGreenBlue(color: string | undefined): string | undefined {
  if (color === undefined) return undefined;
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16)).join(", ");
}
