import type { InteractionKind } from "../../model/interaction.js";
import type { PublicPerson } from "../view/public-person.js";
import type { PublicReport, PublicTie } from "../view/public-report.js";
import { titleOf } from "../words/summary.js";
import {
  edgeAttributes,
  type GraphAttribute,
  nodeAttributesInGraphml,
} from "./graph-attributes.js";
import { renderGraphAsGraphml } from "./graph-graphml.js";

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

/**
 * The network as GraphML: every column of `nodes.csv` and `edges.csv` is an attribute of the same name,
 * but the name that a person shows is `display_name`; those that NodeXL calls otherwise stand under its
 * names too. Comes in pieces.
 */
export function renderGraphml(report: PublicReport): Generator<string> {
  const { people, network } = report;
  return renderGraphAsGraphml({
    title: titleOf(report),
    tieRule: network.tieRule,
    isDirected: true,
    nodeAttributes: graphmlNodeAttributes,
    edgeAttributes: graphmlEdgeAttributes,
    nodes: people,
    edges: network.ties,
  });
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
