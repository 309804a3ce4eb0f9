import type { TableColumn } from "./column.js";

const noTie = "the person has no tie to another";

/**
 * What is measured of each person beside degrees: one row a measure, in the order of `nodes.csv`.
 * What measures them is in `measure/node-measures.ts` and `measure/conduct.ts`.
 */
export const nodeMeasures = [
  {
    key: "pagerank",
    column: "pagerank",
    type: "number",
    range: "0 to 1; sums to 1",
    title: "PageRank",
    phrase: "PageRank",
    sentence:
      "How often one comes by who walks along ties at random: attention from people who get attention.",
    definition:
      "Directed, by weight, damping 0.85. Whoever engages nobody passes on to everybody alike. With --metrics nodexl as NodeXL prints it: undirected, unweighted, 1 on average.",
    source:
      "Page, Brin, Motwani and Winograd (1999), The PageRank citation ranking, Stanford InfoLab",
    about: "standing",
  },
  {
    key: "betweenness",
    column: "betweenness",
    type: "number",
    range: "0 to 1",
    title: "betweenness",
    sentence: "How often this person stands on the shortest path between two others.",
    definition:
      "Directed, unweighted: over all ordered pairs of others, the share of their shortest paths through the person, divided by (n - 1)(n - 2). Estimated in very large networks; betweenness_error in network.csv says how well. With --metrics nodexl undirected and not divided.",
    source:
      "Freeman (1978), doi:10.1016/0378-8733(78)90021-7; Brandes (2001), doi:10.1080/0022250X.2001.9990249",
    about: "standing",
  },
  {
    key: "harmonicCloseness",
    column: "harmonic_closeness",
    type: "number",
    range: "0 to 1",
    title: "harmonic closeness",
    sentence: "How near this person is to everybody: 1 where they are tied to all others.",
    definition:
      "Undirected, unweighted: the mean over all others of 1 / distance, 0 for those who cannot be reached.",
    source:
      "Marchiori and Latora (2000), doi:10.1016/S0378-4371(00)00311-3; Boldi and Vigna (2014), doi:10.1080/15427951.2013.865686",
  },
  {
    key: "closeness",
    column: "closeness",
    type: "number",
    range: "0 to 1",
    title: "closeness",
    sentence: "How near this person is to those whom they can reach.",
    definition:
      "Undirected, unweighted: the share of all others who can be reached, divided by the mean distance to them; 0 for whoever reaches nobody. With --metrics nodexl 1 / sum of distances.",
    source:
      "Freeman (1978), doi:10.1016/0378-8733(78)90021-7; Wasserman and Faust (1994), doi:10.1017/CBO9780511815478",
  },
  {
    key: "eccentricity",
    column: "eccentricity",
    type: "whole",
    unit: "ties",
    range: "0 or more",
    title: "eccentricity",
    sentence: "How many ties away the farthest person is who can be reached at all.",
    definition: "Undirected, unweighted: the largest distance; 0 without ties.",
  },
  {
    key: "hub",
    column: "hub",
    type: "number",
    range: "0 to 1",
    title: "hub",
    sentence: "How much this person engages those who get attention from good hubs.",
    definition:
      "HITS, directed, by weight, without ties with oneself; the best hub has 1, all have 0 without ties.",
    source: "Kleinberg (1999), doi:10.1145/324133.324140",
  },
  {
    key: "authority",
    column: "authority",
    type: "number",
    range: "0 to 1",
    title: "authority",
    sentence: "How much attention this person gets from those who engage good authorities.",
    definition:
      "HITS, directed, by weight, without ties with oneself; the best authority has 1, all have 0 without ties.",
    source: "Kleinberg (1999), doi:10.1145/324133.324140",
  },
  {
    key: "eigenvector",
    column: "eigenvector",
    type: "number",
    range: "0 to 1",
    title: "eigenvector centrality",
    sentence: "How strongly this person is tied to people who are themselves central.",
    definition:
      "Undirected, by weight: the eigenvector of the largest eigenvalue; the most central has 1, whoever is outside of the leading component has 0. With --metrics nodexl unweighted, summing to 1.",
    source: "Bonacich (1972), doi:10.1080/0022250X.1972.9989806",
  },
  {
    key: "katz",
    column: "katz",
    type: "number",
    range: "0 to 1",
    title: "Katz centrality",
    sentence:
      "How much attention reaches this person along chains of people, a longer chain counting less.",
    definition:
      "Directed, by weight, without ties with oneself: x_j = 1 + a times the sum over i of w_ij x_i, with a = 0.85 / the largest singular value of the weights. The most central has 1.",
    source: "Katz (1953), doi:10.1007/BF02289026",
  },
  {
    key: "coreNumber",
    column: "core_number",
    type: "whole",
    unit: "people",
    range: "0 or more",
    title: "core number",
    sentence: "The most k for which this person is among people each tied to k others of them.",
    definition: "Undirected, unweighted; 0 without ties.",
    source: "Seidman (1983), doi:10.1016/0378-8733(83)90028-X",
  },
  {
    key: "clustering",
    column: "clustering",
    type: "number",
    range: "0 to 1",
    title: "clustering",
    sentence: "How often two people tied to this person are tied to each other.",
    definition:
      "Undirected, unweighted: of all pairs of neighbours, the share who are tied; 0 with fewer than two neighbours.",
    source: "Watts and Strogatz (1998), doi:10.1038/30918",
  },
  {
    key: "constraint",
    column: "constraint",
    type: "number",
    range: "above 0, rarely above 1",
    title: "constraint",
    sentence: "How much this person's contacts are contacts of each other; low for a go-between.",
    definition:
      "Undirected, by weight: the sum over contacts j of (p_ij + sum over q of p_iq p_qj) squared. p_ij is the share of i's strength that goes to j.",
    source: "Burt (1992), Structural holes, Harvard University Press",
    empty: noTie,
  },
  {
    key: "participationCoefficient",
    column: "participation_coefficient",
    type: "number",
    range: "0 to below 1",
    title: "participation coefficient",
    sentence: "How evenly this person's contacts are spread over communities.",
    definition:
      "Undirected, unweighted: 1 less the sum of the squared shares of contacts in each community.",
    source: "Guimerà and Amaral (2005), doi:10.1038/nature03288",
    empty: noTie,
  },
  {
    key: "withinCommunityZ",
    column: "within_community_z",
    type: "number",
    unit: "standard deviations",
    title: "z within the community",
    sentence: "How far this person's contacts in their own community are above its average.",
    definition:
      "Undirected, unweighted: a z-score over all members; 0 where all members have as many.",
    source: "Guimerà and Amaral (2005), doi:10.1038/nature03288",
    empty: "the person is in no community",
  },
  {
    key: "articulation",
    column: "articulation",
    type: "whole",
    range: "0 or 1",
    title: "articulation point",
    sentence: "1 for a person without whom some others would be cut off from each other.",
    definition: "Undirected: whether the person is in two or more biconnected components.",
    source: "Hopcroft and Tarjan (1973), doi:10.1145/362248.362272",
  },
  {
    key: "reciprocity",
    column: "reciprocity",
    type: "number",
    range: "0 to 1",
    title: "reciprocity",
    sentence: "Of the people tied to this person, the share with whom the tie goes both ways.",
    definition:
      "NodeXL's reciprocated vertex pair ratio R of a vertex; networkx's reciprocity of a node is 2R / (1 + R).",
    empty: noTie,
    about: "conduct",
  },
  {
    key: "activeDays",
    column: "active_days",
    type: "whole",
    unit: "days",
    range: "0 or more",
    title: "active days",
    sentence: "On how many days (UTC) this person posted or reposted something.",
    empty: "none of the person's posts has a time",
    about: "conduct",
  },
  {
    key: "repliesToNewcomers",
    column: "replies_to_newcomers",
    type: "whole",
    unit: "replies",
    range: "0 or more",
    title: "replies to newcomers",
    sentence: "How often this person replied to somebody who had come at most 28 days before.",
    definition: "Replies to oneself do not count. In the first 28 days nobody counts as new.",
    empty: "no reply is from a time in which it can be told who is new",
    about: "conduct",
  },
  {
    key: "medianReplyMinutes",
    column: "median_reply_minutes",
    type: "number",
    unit: "minutes",
    range: "0 or more",
    title: "minutes to reply",
    sentence: "After so many minutes this person had written half of their replies.",
    definition: "The median time from the post that is answered to the reply.",
    empty: "the person has opted out, or has no reply whose time of day is known",
    about: "conduct",
    isNamedOnly: true,
  },
  {
    key: "linksShared",
    column: "links_shared",
    type: "whole",
    unit: "links",
    range: "0 or more",
    title: "links shared",
    sentence: "How many different links stand in this person's own posts.",
    about: "conduct",
  },
] as const satisfies readonly TableColumn[];

export type NodeMeasure = (typeof nodeMeasures)[number]["key"];

/** A value per measure. */
export type PerNodeMeasure<Value> = Readonly<Record<NodeMeasure, Value>>;

/** Calls `make` once a measure, in the order of `nodeMeasures`. */
export function perNodeMeasure<Value>(
  make: (measure: NodeMeasure) => Value,
): PerNodeMeasure<Value> {
  // Entries of all keys: what a record is, which the type of `fromEntries` does not say.
  return Object.fromEntries(
    nodeMeasures.map(({ key }) => [key, make(key)]),
  ) as PerNodeMeasure<Value>;
}
