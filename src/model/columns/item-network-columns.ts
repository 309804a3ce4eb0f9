import type { OtherNetworkName } from "../other-network.js";
import type { TableColumn } from "./column.js";
import type { itemNodeColumns } from "./item-node-columns.js";

/** The columns of `edges.csv` of such a network. */
export const itemEdgeColumns = [
  {
    key: "source",
    column: "source",
    type: "text",
    title: "source",
    sentence: "The id of the node that the tie runs from; without direction, one of the two.",
  },
  {
    key: "target",
    column: "target",
    type: "text",
    title: "target",
    sentence: "The id of the other node.",
  },
  {
    key: "weight",
    column: "weight",
    type: "number",
    range: "above 0",
    title: "weight",
    sentence: "How strong the tie is; report.json says what is counted.",
  },
  {
    key: "people",
    column: "people",
    type: "whole",
    unit: "people",
    range: "1 or more",
    title: "people",
    sentence: "How many different people used the two together.",
    empty: "the network has no such number",
  },
  {
    key: "relation",
    column: "relation",
    type: "text",
    title: "relation",
    sentence: "Whether the post is a reply or a quote.",
    empty: "it is no tie of posts",
  },
  {
    key: "shares",
    column: "shares",
    type: "whole",
    unit: "pairs of posts",
    range: "1 or more",
    title: "shares",
    sentence: "How many pairs of their posts shared the same link within the time allowed.",
    empty: "it is no tie of links",
  },
  {
    key: "gap",
    column: "shortest_gap_seconds",
    type: "number",
    unit: "seconds",
    range: "0 or more",
    title: "shortest gap",
    sentence: "The shortest time between two such posts.",
    empty: "nobody is to be named",
  },
  {
    key: "shared",
    column: "newman_weight",
    type: "number",
    range: "above 0",
    title: "Newman's weight",
    sentence: "What they share, each counted less the more others share it.",
    definition: "Σ 1 / (k − 1) over what they share, k being how many are tied to each.",
    source: "Newman (2001), doi:10.1103/PhysRevE.64.016132",
    empty: "it is not seen through others",
  },
  {
    key: "disparity",
    column: "disparity",
    type: "number",
    range: "0 to 1",
    title: "disparity",
    sentence: "How likely so strong a tie is by chance; --backbone keeps what is below its value.",
    definition: "(1 − w / s)^(k − 1), the smaller of both ends; an end with one tie gives 1.",
    source: "Serrano, Boguñá and Vespignani (2009), doi:10.1073/pnas.0808904106",
  },
] as const satisfies readonly TableColumn[];

/** The columns of its `communities.csv`. */
export const itemCommunityColumns = [
  {
    key: "community",
    column: "community",
    type: "text",
    title: "community",
    sentence: "The community's name; G1 is the largest.",
  },
  {
    key: "size",
    column: "size",
    type: "whole",
    unit: "nodes",
    range: "1 or more",
    title: "nodes",
    sentence: "How many nodes are in it.",
  },
  {
    key: "strongest",
    column: "strongest",
    type: "text",
    title: "strongest",
    sentence: "The labels of its five nodes of most strength, the strongest first.",
  },
] as const satisfies readonly TableColumn[];

type NodeKey = (typeof itemNodeColumns)[number]["key"];
type EdgeKey = (typeof itemEdgeColumns)[number]["key"];

const directed: readonly NodeKey[] = [
  "inDegree",
  "outDegree",
  "inStrength",
  "outStrength",
  "hub",
  "authority",
];
/** What needs three nodes that are tied to each other. */
const ofTriangles: readonly NodeKey[] = ["clustering", "coreNumber"];

interface OwnColumns {
  readonly nodes: readonly NodeKey[];
  readonly edges: readonly EdgeKey[];
}

/** Columns that only some networks have. */
const ownColumns: Readonly<Record<OtherNetworkName, OwnColumns>> = {
  hashtags: { nodes: ["posts", "people", ...ofTriangles], edges: ["people"] },
  words: { nodes: ["posts", "people", ...ofTriangles], edges: ["people"] },
  "people-hashtags": { nodes: ["posts", "people", "coreNumber"], edges: [] },
  "people-links": { nodes: ["posts", "people", "coreNumber"], edges: [] },
  posts: { nodes: ["author", "time", ...directed], edges: ["relation"] },
  servers: { nodes: ["posts", "people", "inside", ...directed, ...ofTriangles], edges: [] },
  links: { nodes: ["posts", ...ofTriangles], edges: ["shares", "gap"] },
};

const someNodes = new Set<string>(Object.values(ownColumns).flatMap(({ nodes }) => nodes));
const someEdges = new Set<string>(Object.values(ownColumns).flatMap(({ edges }) => edges));

/** Whether a network has a column of nodes. */
export function hasNodeColumn(name: OtherNetworkName, { key }: { readonly key: string }): boolean {
  const own: readonly string[] = ownColumns[name].nodes;
  return !someNodes.has(key) || own.includes(key);
}

/** Whether a network has a column of ties; `newman_weight` is of what it is seen from alone. */
export function hasEdgeColumn(name: OtherNetworkName, { key }: { readonly key: string }): boolean {
  const own: readonly string[] = ownColumns[name].edges;
  // Every tie between posts weighs the same.
  if (key === "shared" || (key === "disparity" && name === "posts")) return false;
  return !someEdges.has(key) || own.includes(key);
}

/** The columns of ties of what a network of two kinds is seen from. */
export function isProjectedColumn({ key }: { readonly key: string }): boolean {
  return !someEdges.has(key);
}
