import type { NetworkMetric } from "../model/measures.js";
import type { Network } from "../model/network.js";
import type { Partition } from "./communities.js";
import { weakComponents } from "./components.js";
import type { Degrees } from "./degree.js";
import { measureReciprocity } from "./reciprocity.js";

/**
 * The table that NodeXL prints under each of its maps, by the same names and in the same order,
 * and what else is needed to read it. A number that cannot be is `undefined`, never NaN.
 *
 * Hansen, Shneiderman and Smith (2011), Analyzing social media networks with NodeXL.
 */
export function measureNetworkMetrics(
  network: Network,
  degrees: Degrees,
  partition: Partition,
): NetworkMetric[] {
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
  const { linkedPairs, mutualPairs } = measureReciprocity(network);
  const components = weakComponents(network);
  const interactionsIn = new Float64Array(components.count);
  for (let tie = 0; tie < tieCount; tie += 1) {
    interactionsIn[components.of[source[tie]]] += interactionsOf(tie);
  }
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
    row("communities", partition.count, "Communities", "groups found; isolates are in none"),
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

function ratio(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : part / whole;
}

function largest(values: Iterable<number>): number {
  let most = 0;
  for (const value of values) most = Math.max(most, value);
  return most;
}
