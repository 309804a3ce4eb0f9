import type { OtherNetworkName } from "../other-network.js";
import type { TableColumn } from "./column.js";

const freeman = "Freeman (1978), doi:10.1016/0378-8733(78)90021-7";
const undirected = "the network has no direction";

/** The columns of `nodes.csv` of a network of other things than people. */
export const itemNodeColumns = [
  {
    key: "id",
    column: "id",
    type: "text",
    title: "id",
    sentence: "What ties and other tables know the node by.",
  },
  {
    key: "label",
    column: "label",
    type: "text",
    title: "label",
    sentence: "What to show beside the node.",
  },
  {
    key: "kind",
    column: "kind",
    type: "text",
    title: "kind",
    sentence: "What the node is: hashtag, word, person, post or server.",
  },
  {
    key: "author",
    column: "author",
    type: "text",
    title: "author",
    sentence: "Who wrote the post.",
    empty: "nobody knows who wrote it",
  },
  {
    key: "time",
    column: "time",
    type: "time",
    title: "time",
    sentence: "When the post was written (UTC).",
    empty: "nobody knows when, or nobody is to be named",
  },
  {
    key: "posts",
    column: "posts",
    type: "whole",
    unit: "posts",
    range: "0 or more",
    title: "posts",
    sentence: "Posts with the hashtag or word, or by the person, or by the people of the server.",
    definition:
      "Posts that count, without reposts. Of a person, those with a hashtag that is shown, or with a link.",
  },
  {
    key: "people",
    column: "people",
    type: "whole",
    unit: "people",
    range: "0 or more",
    title: "people",
    sentence: "How many different people use the hashtag or word, or are at home on the server.",
    definition:
      "With those who have opted out, but in a network that has people as nodes, where they are left out.",
  },
  {
    key: "inside",
    column: "inside",
    type: "number",
    unit: "interactions",
    range: "0 or more",
    title: "interactions inside",
    sentence: "Interactions between people of the same server, which are no ties.",
    empty: "it is no server",
  },
  {
    key: "degree",
    column: "degree",
    type: "whole",
    unit: "ties",
    range: "0 or more",
    title: "degree",
    sentence: "How many nodes it is tied to, whatever the direction.",
    source: freeman,
  },
  {
    key: "inDegree",
    column: "in_degree",
    type: "whole",
    unit: "ties",
    range: "0 or more",
    title: "in-degree",
    sentence: "How many ties run to it.",
    source: freeman,
    empty: undirected,
  },
  {
    key: "outDegree",
    column: "out_degree",
    type: "whole",
    unit: "ties",
    range: "0 or more",
    title: "out-degree",
    sentence: "How many ties run from it.",
    source: freeman,
    empty: undirected,
  },
  {
    key: "strength",
    column: "strength",
    type: "number",
    range: "0 or more",
    title: "strength",
    sentence: "The weights of all its ties together.",
    source:
      "Barrat, Barthélemy, Pastor-Satorras and Vespignani (2004), doi:10.1073/pnas.0400087101",
  },
  {
    key: "inStrength",
    column: "in_strength",
    type: "number",
    range: "0 or more",
    title: "in-strength",
    sentence: "The weights of the ties that run to it together.",
    empty: undirected,
  },
  {
    key: "outStrength",
    column: "out_strength",
    type: "number",
    range: "0 or more",
    title: "out-strength",
    sentence: "The weights of the ties that run from it together.",
    empty: undirected,
  },
  {
    key: "betweenness",
    column: "betweenness",
    type: "number",
    range: "0 to 1",
    title: "betweenness",
    sentence: "On which share of the shortest paths between others it stands.",
    definition: "Unweighted; along the direction of ties where they have one.",
    source: "Freeman (1977), doi:10.2307/3033543",
  },
  {
    key: "closeness",
    column: "harmonic_closeness",
    type: "number",
    range: "0 to 1",
    title: "harmonic closeness",
    sentence: "How near it is to all others: the mean of 1 / distance.",
    definition: "Undirected, unweighted; 0 for what cannot be reached.",
    source: "Marchiori and Latora (2000), doi:10.1016/S0378-4371(00)00311-3",
  },
  {
    key: "pagerank",
    column: "pagerank",
    type: "number",
    range: "0 to 1",
    title: "PageRank",
    sentence: "How often somebody who keeps following ties comes by.",
    definition: "Damping 0.85, weighted.",
    source: "Brin and Page (1998), doi:10.1016/S0169-7552(98)00110-X",
    empty: undirected,
  },
  {
    key: "clustering",
    column: "clustering",
    type: "number",
    range: "0 to 1",
    title: "clustering",
    sentence: "Of the pairs of its neighbours, the share who are tied.",
    definition: "Undirected, unweighted; 0 with fewer than two neighbours.",
    source: "Watts and Strogatz (1998), doi:10.1038/30918",
  },
  {
    key: "core",
    column: "core_number",
    type: "whole",
    range: "0 or more",
    title: "core number",
    sentence: "The largest k for which it is among nodes with k or more ties to each other.",
    source: "Seidman (1983), doi:10.1016/0378-8733(83)90028-X",
  },
  {
    key: "component",
    column: "component",
    type: "whole",
    range: "1 or more",
    title: "component",
    sentence: "The component that it is in, whatever the direction of ties; 1 is the largest.",
  },
  {
    key: "community",
    column: "community",
    type: "text",
    title: "community",
    sentence: "The community that it is in; G1 is the largest.",
    empty: "it has no ties",
  },
] as const satisfies readonly TableColumn[];

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

/** The columns of `threads.csv`. */
export const threadColumns = [
  {
    key: "root",
    column: "root",
    type: "text",
    title: "first post",
    sentence: "The id of the post that the thread begins with.",
  },
  {
    key: "author",
    column: "author",
    type: "text",
    title: "author",
    sentence: "Who wrote the first post.",
    empty: "nobody knows who wrote it",
  },
  {
    key: "time",
    column: "time",
    type: "time",
    title: "time",
    sentence: "When the first post was written (UTC).",
    empty: "nobody knows when, or nobody is to be named",
  },
  {
    key: "posts",
    column: "posts",
    type: "whole",
    unit: "posts",
    range: "2 or more",
    title: "size",
    sentence: "How many posts are in the thread.",
  },
  {
    key: "people",
    column: "people",
    type: "whole",
    unit: "people",
    range: "0 or more",
    title: "people",
    sentence: "How many different people wrote them.",
  },
  {
    key: "replies",
    column: "replies",
    type: "whole",
    unit: "posts",
    range: "0 or more",
    title: "replies",
    sentence: "Posts that answer another one of the thread.",
  },
  {
    key: "quotes",
    column: "quotes",
    type: "whole",
    unit: "posts",
    range: "0 or more",
    title: "quotes",
    sentence: "Posts that quote another one of the thread and answer none.",
  },
  {
    key: "depth",
    column: "depth",
    type: "whole",
    unit: "steps",
    range: "1 or more",
    title: "depth",
    sentence: "The steps from the first post to the one that is farthest from it.",
  },
  {
    key: "width",
    column: "width",
    type: "whole",
    unit: "posts",
    range: "1 or more",
    title: "width",
    sentence: "The most posts that are equally many steps from the first.",
  },
  {
    key: "virality",
    column: "structural_virality",
    type: "number",
    unit: "steps",
    range: "1 or more",
    title: "structural virality",
    sentence: "The mean number of steps between two posts of the thread.",
    definition:
      "Near 2 where all answer the first post; it grows with chains. Undirected, over all pairs.",
    source: "Goel, Anderson, Hofman and Watts (2016), doi:10.1287/mnsc.2015.2158",
  },
  {
    key: "hours",
    column: "hours",
    type: "number",
    unit: "hours",
    range: "0 or more",
    title: "hours",
    sentence: "The time from its earliest post to its latest.",
    empty: "the time of a post is not known",
  },
] as const satisfies readonly TableColumn[];

type NodeKey = (typeof itemNodeColumns)[number]["key"];
type EdgeKey = (typeof itemEdgeColumns)[number]["key"];

const directed: readonly NodeKey[] = [
  "inDegree",
  "outDegree",
  "inStrength",
  "outStrength",
  "pagerank",
];

interface OwnColumns {
  readonly nodes: readonly NodeKey[];
  readonly edges: readonly EdgeKey[];
}

/** Columns that only some networks have. */
const ownColumns: Readonly<Record<OtherNetworkName, OwnColumns>> = {
  hashtags: { nodes: ["posts", "people"], edges: ["people"] },
  words: { nodes: ["posts", "people"], edges: ["people"] },
  "people-hashtags": { nodes: ["posts", "people"], edges: [] },
  posts: { nodes: ["author", "time", ...directed], edges: ["relation"] },
  servers: { nodes: ["posts", "people", "inside", ...directed], edges: [] },
  links: { nodes: ["posts"], edges: ["shares", "gap"] },
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
