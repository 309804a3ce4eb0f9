import { strongComponents, weakComponents } from "../../kernel/components.js";
import type { PerNetworkMeasure } from "../../model/columns/network-measures.js";
import type { Network } from "../../model/network.js";
import type { Degrees } from "../node/degree.js";
import { largestOf } from "./largest.js";
import { ratio } from "./ratio.js";
import { type BothWays, measureReciprocity } from "./reciprocity.js";

/** Of the network, its ties both ways. */
export interface TieMetricsInput extends BothWays {
  readonly network: Network;
  readonly degrees: Degrees;
}

/** How many people and ties there are, how many ties go both ways, and what they join. O(people + ties). */
export function measureTies({ network, degrees, outward, inward }: TieMetricsInput) {
  const { nodeCount, tieCount, source, target } = network;
  const edges = countEdges(network);
  const { linkedPairs, mutualPairs } = measureReciprocity({ outward, inward });
  const components = weakComponents(network);
  const interactionsIn = new Float64Array(components.count);
  for (let tie = 0; tie < tieCount; tie += 1) {
    interactionsIn[components.of[source[tie]]] += interactionsOf(network, tie);
  }
  const strong = strongComponents(network);
  const pairs = source.reduce((sum, from, tie) => sum + (from === target[tie] ? 0 : 1), 0);
  const isolates = degrees.inDegree.filter(
    (degree, node) => degree === 0 && degrees.outDegree[node] === 0,
  ).length;
  return {
    vertices: nodeCount,
    unique_edges: edges.unique,
    edges_with_duplicates: edges.duplicate,
    total_edges: edges.unique + edges.duplicate,
    self_loops: edges.loops,
    reciprocated_vertex_pair_ratio: ratio(mutualPairs, linkedPairs),
    reciprocated_edge_ratio: ratio(2 * mutualPairs, pairs),
    connected_components: components.count,
    single_vertex_connected_components: components.sizes.filter((size) => size === 1).length,
    maximum_vertices_in_connected_component: largestOf(components.sizes) ?? 0,
    maximum_edges_in_connected_component: largestOf(interactionsIn) ?? 0,
    graph_density: ratio(pairs, nodeCount * (nodeCount - 1)),
    ties: tieCount,
    isolates,
    isolate_fraction: ratio(isolates, nodeCount),
    strong_components: strong.count,
    maximum_vertices_in_strong_component: largestOf(strong.sizes),
  } satisfies Partial<PerNetworkMeasure<number | undefined>>;
}

/** Interactions as NodeXL counts them: of pairs that have one, of the others, and with oneself. */
function countEdges(network: Network) {
  const counts = { unique: 0, duplicate: 0, loops: 0 };
  for (let tie = 0; tie < network.tieCount; tie += 1) {
    const interactions = interactionsOf(network, tie);
    if (interactions === 1) counts.unique += 1;
    else if (interactions > 1) counts.duplicate += interactions;
    if (network.source[tie] === network.target[tie]) counts.loops += interactions;
  }
  return counts;
}

/** A weight that is no whole number, which only a network from elsewhere has, counts nothing. */
function interactionsOf({ weight }: Network, tie: number): number {
  return Number.isInteger(weight[tie]) ? weight[tie] : 1;
}
