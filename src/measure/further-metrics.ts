import type { NetworkMetric } from "../model/measures.js";
import type { Network } from "../model/network.js";
import { measureAssortativity } from "./assortativity.js";
import { measureAttention } from "./attention.js";
import { measureCentralization } from "./centralization.js";
import type { Clustering } from "./clustering.js";
import { strongComponents } from "./components.js";
import type { BiconnectedComponents } from "./kernel/biconnected-components.js";
import type { CompactGraph } from "./kernel/compact-graph.js";
import type { OtherPeople } from "./other-people.js";
import { measureReplies, type ReplyInput } from "./replies.js";

export interface FurtherInput extends ReplyInput {
  /** Of the network, regardless of direction. */
  readonly graph: CompactGraph;
  readonly clustering: Clustering;
  readonly coreNumbers: Int32Array;
  readonly biconnected: BiconnectedComponents;
  readonly network: Network;
  readonly otherPeople: OtherPeople;
  /** By how many others each person is engaged, whichever way the ties run. */
  readonly attention: Int32Array;
}

/** What NodeXL's table does not have, each number with what it says. O(ties^1.5 + posts). */
export function measureFurtherMetrics(input: FurtherInput): NetworkMetric[] {
  const { graph, network, clustering, coreNumbers, biconnected, otherPeople, attention } = input;
  const strong = strongComponents(network);
  const spread = measureAttention(attention);
  const replies = measureReplies(input);
  return [
    {
      metric: "in_degree_centralization",
      value: measureCentralization(otherPeople.received),
      name: "In-Degree Centralization",
      note: "1 if all ties ran towards one person, 0 if everybody had as many coming in",
    },
    {
      metric: "out_degree_centralization",
      value: measureCentralization(otherPeople.given),
      name: "Out-Degree Centralization",
      note: "1 if all ties ran from one person, 0 if everybody had as many going out",
    },
    {
      metric: "average_clustering",
      value: clustering.averageLocal,
      name: "Average Clustering",
      note: "how often two people tied to the same person are tied to each other, person by person",
    },
    {
      metric: "transitivity",
      value: clustering.transitivity,
      name: "Transitivity",
      note: "of all pairs of ties that meet in one person, the share that a third tie closes",
    },
    {
      metric: "degree_assortativity",
      value: measureAssortativity(graph),
      name: "Degree Assortativity",
      note: "above 0 the well connected are tied to each other, below 0 to the hardly connected",
    },
    {
      metric: "k_core_depth",
      value: largestOf(coreNumbers),
      name: "K-Core Depth",
      note: "the most k for which some people are each tied to k others of them",
    },
    {
      metric: "strong_components",
      value: strong.count,
      name: "Strongly Connected Components",
      note: "groups within which ties lead from everybody to everybody, their direction heeded",
    },
    {
      metric: "maximum_vertices_in_strong_component",
      value: largestOf(strong.sizes),
      name: "Maximum Vertices in a Strongly Connected Component",
      note: "people in the largest of these",
    },
    {
      metric: "biconnected_components",
      value: biconnected.count,
      name: "Biconnected Components",
      note: "groups that stay together whoever of them is taken away, direction ignored",
    },
    {
      metric: "maximum_vertices_in_biconnected_component",
      value: biconnected.largest,
      name: "Maximum Vertices in a Biconnected Component",
      note: "people in the largest of these",
    },
    {
      metric: "articulation_points",
      value: biconnected.isArticulation.reduce((sum, is) => sum + is, 0),
      name: "Articulation Points",
      note: "people without whom others would have no way to each other",
    },
    {
      metric: "attention_gini",
      value: spread.gini,
      name: "Gini of Attention",
      note: "0 if everybody were engaged by as many others, near 1 if one person by all of them",
    },
    {
      metric: "top_1_percent_share",
      value: spread.topShare,
      name: "Share of the Top 1 %",
      note: "of all attention, what the most engaged hundredth of the people gets, at least one person",
    },
    {
      metric: "posts_with_reply_share",
      value: replies.answeredShare,
      name: "Posts With a Reply",
      note: "of the own posts, the share somebody else replied to; replies that were not collected are not seen",
    },
    {
      metric: "median_hours_to_first_reply",
      value: replies.medianHours,
      name: "Median Hours to First Reply",
      note: "half of the posts with a reply had their first by then",
    },
    {
      metric: "newcomers_answered_share",
      value: replies.newcomersAnsweredShare,
      name: "Newcomers Answered",
      note: "of those who came 28 days or more after the start, the share replied to within their first 28 days",
    },
  ];
}

function largestOf(values: Int32Array): number | undefined {
  if (values.length === 0) return undefined;
  return values.reduce((most, each) => Math.max(most, each), 0);
}
