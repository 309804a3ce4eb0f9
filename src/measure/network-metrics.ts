import type { NetworkMetric } from "../model/measures.js";
import type { Network } from "../model/network.js";
import type { Betweenness } from "./betweenness.js";
import type { Partition } from "./communities.js";
import { weakComponents } from "./components.js";
import type { Degrees } from "./degree.js";
import type { CompactGraph } from "./kernel/compact-graph.js";
import type { Distances } from "./kernel/distances.js";
import { measureNodexlAverageGeodesic } from "./nodexl/nodexl-average-geodesic.js";
import { nodexlGraph } from "./nodexl/nodexl-graph.js";
import { measureNodexlModularity } from "./nodexl/nodexl-modularity.js";
import { type BothWays, measureReciprocity } from "./reciprocity.js";

/** Of the network, its ties both ways. */
export interface NetworkMetricsInput extends BothWays {
  readonly network: Network;
  readonly degrees: Degrees;
  readonly partition: Partition;
  readonly communityStability: number | undefined;
  /** Of the network, regardless of direction. */
  readonly graph: CompactGraph;
  readonly distances: Distances;
  readonly betweenness: Betweenness;
}

/**
 * The table that NodeXL prints under each of its maps, by the same names and in the same order,
 * and what else is needed to read it. A number that cannot be is `undefined`, never NaN.
 *
 * Hansen, Shneiderman and Smith (2011), Analyzing social media networks with NodeXL.
 */
export function measureNetworkMetrics({
  network,
  degrees,
  partition,
  communityStability,
  graph,
  outward,
  inward,
  distances,
  betweenness,
}: NetworkMetricsInput): NetworkMetric[] {
  const { nodeCount, tieCount, source, target, weight } = network;
  const isLoop = (tie: number): boolean => source[tie] === target[tie];
  const sumOver = (counts: (tie: number) => boolean, value: (tie: number) => number): number => {
    let sum = 0;
    for (let tie = 0; tie < tieCount; tie += 1) if (counts(tie)) sum += value(tie);
    return sum;
  };
  const one = (): number => 1;
  // A weight that is no whole number, which only a network from elsewhere has, counts nothing.
  const interactionsOf = (tie: number): number => (Number.isInteger(weight[tie]) ? weight[tie] : 1);
  const uniqueEdges = sumOver((tie) => interactionsOf(tie) === 1, one);
  const duplicateEdges = sumOver((tie) => interactionsOf(tie) > 1, interactionsOf);
  const pairs = sumOver((tie) => !isLoop(tie), one);
  const { linkedPairs, mutualPairs } = measureReciprocity({ outward, inward });
  const components = weakComponents(network);
  const interactionsIn = new Float64Array(components.count);
  for (let tie = 0; tie < tieCount; tie += 1) {
    interactionsIn[components.of[source[tie]]] += interactionsOf(tie);
  }
  const nodexl = nodexlGraph(network, graph);
  const isolates = degrees.inDegree.filter(
    (degree, node) => degree === 0 && degrees.outDegree[node] === 0,
  ).length;
  const row = (
    metric: string,
    value: number | undefined,
    name: string,
    note: string,
  ): NetworkMetric => ({ metric, value, name, note });
  return [
    row("vertices", nodeCount, "Vertices", "people on a tie, and authors without one"),
    row("unique_edges", uniqueEdges, "Unique Edges", "ordered pairs with one interaction"),
    row(
      "edges_with_duplicates",
      duplicateEdges,
      "Edges With Duplicates",
      "interactions of ordered pairs that have two or more",
    ),
    row("total_edges", uniqueEdges + duplicateEdges, "Total Edges", "all interactions"),
    row(
      "self_loops",
      sumOver(isLoop, interactionsOf),
      "Self-Loops",
      "interactions with oneself; only some --edges presets have any",
    ),
    row(
      "reciprocated_vertex_pair_ratio",
      ratio(mutualPairs, linkedPairs),
      "Reciprocated Vertex Pair Ratio",
      "of the pairs of people who are linked at all, the share linked both ways",
    ),
    row(
      "reciprocated_edge_ratio",
      ratio(2 * mutualPairs, pairs),
      "Reciprocated Edge Ratio",
      "of the ordered pairs, the share whose other direction is there too",
    ),
    row(
      "connected_components",
      components.count,
      "Connected Components",
      "groups that no tie joins, direction ignored; an isolate is one of its own",
    ),
    row(
      "single_vertex_connected_components",
      components.sizes.filter((size) => size === 1).length,
      "Single-Vertex Connected Components",
      "people whom no tie joins to another",
    ),
    row(
      "maximum_vertices_in_connected_component",
      largest(components.sizes),
      "Maximum Vertices in a Connected Component",
      "people in the largest component",
    ),
    row(
      "maximum_edges_in_connected_component",
      largest(interactionsIn),
      "Maximum Edges in a Connected Component",
      "interactions in the component that has most of them",
    ),
    row(
      "diameter",
      distances.diameter,
      "Maximum Geodesic Distance (Diameter)",
      "ties on the longest of the shortest ways between two people, direction ignored",
    ),
    row(
      "average_geodesic",
      ratio(distances.sumOfDistances, distances.reachablePairs),
      "Average Geodesic Distance",
      "ties on the shortest way between two people in one component, on average",
    ),
    row(
      "average_geodesic_nodexl",
      measureNodexlAverageGeodesic(nodexl, distances),
      "Average Geodesic Distance, as NodeXL prints it",
      "counts everybody's distance of 0 from themselves too, so it is too small, most in small networks",
    ),
    row(
      "graph_density",
      ratio(pairs, nodeCount * (nodeCount - 1)),
      "Graph Density",
      "of all ordered pairs of people, the share with a tie",
    ),
    row(
      "modularity",
      partition.modularity,
      "Modularity",
      "Newman's Q of the communities: 0 as at random, towards 1 the more ties stay inside",
    ),
    row(
      "modularity_nodexl",
      measureNodexlModularity({
        ...nodexl,
        groupOf: partition.of,
        groupCount: partition.count,
        interactions: uniqueEdges + duplicateEdges,
      }),
      "Modularity, as NodeXL prints it",
      "divides what it counts of ties, each once, by all interactions, so it is no modularity where pairs interact twice",
    ),
    row(
      "betweenness_error",
      betweenness.estimate?.maximumError ?? 0,
      "Error of Betweenness",
      errorNote(betweenness),
    ),
    row("communities", partition.count, "Communities", "groups found; isolates are in none"),
    row(
      "community_stability",
      communityStability,
      "Agreement of Communities over Seeds",
      "adjusted mutual information with what ten other seeds find, on average: 1 the same, 0 no more than by chance",
    ),
    row("ties", tieCount, "Ties", "ordered pairs of people with at least one interaction"),
    row("isolates", isolates, "Isolates", "authors whom nobody engaged and who engaged nobody"),
    row(
      "isolate_fraction",
      ratio(isolates, nodeCount),
      "Isolate Fraction",
      "the share of people who are isolates",
    ),
  ];
}

function errorNote({ estimate }: Betweenness): string {
  if (estimate === undefined) return "betweenness is exact";
  const { samples, failureProbability } = estimate;
  return `betweenness is estimated from ${samples} pairs of people drawn by chance, since the network is large: with ${100 * (1 - failureProbability)} % certainty nobody's lies further from the truth`;
}

function ratio(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : part / whole;
}

function largest(values: Iterable<number>): number {
  let most = 0;
  for (const value of values) most = Math.max(most, value);
  return most;
}
