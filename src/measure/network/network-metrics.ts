import type { BiconnectedComponents } from "../../kernel/biconnected-components.js";
import type { CompactGraph } from "../../kernel/compact-graph.js";
import type { Distances } from "../../kernel/distances.js";
import { networkMeasures, type PerNetworkMeasure } from "../../model/columns/network-measures.js";
import type { CommunityEvidence, NetworkMetric } from "../../model/measures.js";
import { standardScore } from "../community/chance-modularity.js";
import type { Partition } from "../community/communities.js";
import type { Betweenness } from "../node/betweenness.js";
import type { Clustering } from "../node/clustering.js";
import type { OtherPeople } from "../node/other-people.js";
import { measureNodexlAverageGeodesic } from "../nodexl/nodexl-average-geodesic.js";
import { nodexlGraph } from "../nodexl/nodexl-graph.js";
import { measureNodexlModularity } from "../nodexl/nodexl-modularity.js";
import { measureAssortativity } from "./assortativity.js";
import { measureAttention } from "./attention.js";
import { measureCentralization } from "./centralization.js";
import { largestOf } from "./largest.js";
import { ratio } from "./ratio.js";
import type { Replies } from "./replies.js";
import { measureTies, type TieMetricsInput } from "./tie-metrics.js";

interface NetworkMetricsInput extends TieMetricsInput {
  readonly partition: Partition;
  readonly evidence: CommunityEvidence;
  /** Of the network, regardless of direction. */
  readonly graph: CompactGraph;
  readonly distances: Distances;
  readonly betweenness: Betweenness;
  readonly clustering: Clustering;
  readonly coreNumbers: Int32Array;
  readonly biconnected: BiconnectedComponents;
  readonly otherPeople: OtherPeople;
  /** By how many others each person is engaged, whichever way the ties run. */
  readonly attention: Int32Array;
  readonly replies: Replies;
}

/**
 * Every measure of `networkMeasures`, in that order. A number that cannot be is `undefined`, never NaN.
 * O(people · log people + ties).
 */
export function measureNetworkMetrics(input: NetworkMetricsInput): NetworkMetric[] {
  const values = measureAll(input);
  const notes: Partial<PerNetworkMeasure<string>> = {
    betweenness_error: errorNote(input.betweenness),
  };
  return networkMeasures.map(({ metric, name, note }) => ({
    metric,
    value: values[metric],
    name,
    note: notes[metric] ?? note,
  }));
}

function measureAll(input: NetworkMetricsInput): PerNetworkMeasure<number | undefined> {
  const { network, graph, distances, partition, clustering, biconnected, otherPeople } = input;
  const { evidence } = input;
  const ties = measureTies(input);
  const nodexl = nodexlGraph(network, graph);
  const attention = measureAttention(input.attention);
  return {
    ...ties,
    diameter: distances.diameter,
    average_geodesic: ratio(distances.sumOfDistances, distances.reachablePairs),
    average_geodesic_nodexl: measureNodexlAverageGeodesic(nodexl, distances),
    modularity: partition.modularity,
    modularity_nodexl: measureNodexlModularity({
      ...nodexl,
      groupOf: partition.of,
      groupCount: partition.count,
      interactions: ties.total_edges,
    }),
    betweenness_error: input.betweenness.estimate?.maximumError ?? 0,
    communities: partition.count,
    community_stability: evidence.stability,
    community_halves: evidence.halves,
    modularity_random: evidence.chance?.mean,
    modularity_z: standardScore(partition.modularity, evidence.chance),
    in_degree_centralization: measureCentralization(otherPeople.received),
    out_degree_centralization: measureCentralization(otherPeople.given),
    average_clustering: clustering.averageLocal,
    transitivity: clustering.transitivity,
    degree_assortativity: measureAssortativity(graph),
    k_core_depth: largestOf(input.coreNumbers),
    biconnected_components: biconnected.count,
    maximum_vertices_in_biconnected_component: biconnected.largest,
    articulation_points: biconnected.isArticulation.reduce((sum, is) => sum + is, 0),
    attention_gini: attention.gini,
    top_1_percent_share: attention.topShare,
    posts_with_reply_share: input.replies.answeredShare,
    median_hours_to_first_reply: input.replies.medianHours,
    newcomers_answered_share: input.replies.newcomersAnsweredShare,
  };
}

function errorNote({ estimate }: Betweenness): string {
  if (estimate === undefined) return "betweenness is exact";
  const { samples, failureProbability } = estimate;
  return `betweenness is estimated from ${samples} pairs of people drawn by chance, since the network is large: with ${100 * (1 - failureProbability)} % certainty nobody's lies further from the truth`;
}
