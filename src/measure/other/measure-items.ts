import { biconnectedComponents } from "../../kernel/biconnected-components.js";
import {
  type CompactGraph,
  degreeOf,
  inwardGraph,
  outwardGraph,
  undirectedGraph,
} from "../../kernel/compact-graph.js";
import { strongComponents, weakComponents } from "../../kernel/components.js";
import { findCoreNumbers } from "../../kernel/core-numbers.js";
import type { ItemNetworkMetric } from "../../model/columns/item-network-measures.js";
import type { ItemCentrality } from "../../model/columns/item-node-columns.js";
import type { CommunityMethod } from "../../model/community-method.js";
import type { Projection, WeightedTies } from "../../model/network.js";
import type { OnProgress } from "../../model/progress.js";
import type { MetricDefinition } from "../../model/provenance.js";
import type { Threads } from "../../model/threads.js";
import { standardScore } from "../community/chance-modularity.js";
import { findCommunities } from "../community/communities.js";
import { measureCommunityEvidence } from "../community/community-evidence.js";
import { measureAssortativity } from "../network/assortativity.js";
import { measureCentralization } from "../network/centralization.js";
import { largestOf } from "../network/largest.js";
import { ratio } from "../network/ratio.js";
import { measureReciprocity } from "../network/reciprocity.js";
import { measureClustering } from "../node/clustering.js";
import { measureNodes } from "../node/node-measures.js";
import { measurePaths } from "../node/path-measures.js";
import { withThreads } from "../parts/run-parts.js";

interface ItemsInput {
  readonly ties: WeightedTies;
  readonly isDirected: boolean;
  /** Nodes are of two kinds, and no tie joins two of one. */
  readonly isBipartite: boolean;
  /** No ties make a circle. */
  readonly isForest: boolean;
  /** Of the same ties. */
  readonly projection: Projection;
  /** Pairs that could be tied: all, or those of two kinds. */
  readonly possiblePairs: number;
  readonly communities: CommunityMethod;
  /** Whether communities are compared with what chance and other seeds find. */
  readonly comparesCommunities: boolean;
  readonly metrics: MetricDefinition;
  readonly seed: number;
  readonly threads: Threads | undefined;
  readonly onProgress: OnProgress;
}

/** One value a node; `undefined` for what has no sense without direction, triangles or circles. */
export interface ItemMeasures {
  readonly degree: Int32Array;
  readonly strength: Float64Array;
  readonly directed:
    | {
        readonly inDegree: Int32Array;
        readonly outDegree: Int32Array;
        readonly inStrength: Float64Array;
        readonly outStrength: Float64Array;
      }
    | undefined;
  readonly nodes: Readonly<Record<ItemCentrality, Float64Array | Int32Array | undefined>>;
  /** From 0 by size, then smallest node. */
  readonly component: Int32Array;
  /** From 0 by size; `none` for an isolate. */
  readonly community: Int32Array;
  readonly communityCount: number;
  readonly network: Readonly<Record<ItemNetworkMetric, number | undefined>>;
}

/** What is measured of a network whatever its nodes are, by the same functions as one of people. */
export async function measureItems(input: ItemsInput): Promise<ItemMeasures> {
  const { ties, isDirected, projection, communities: method, seed, onProgress } = input;
  const graph = undirectedGraph(projection);
  const outward = isDirected ? outwardGraph(ties) : graph;
  const inward = isDirected ? inwardGraph(ties) : graph;
  const { betweenness, distances } = await withThreads(input.threads, (run) =>
    measurePaths({ graph, outward, inward, metrics: input.metrics, seed, run, onProgress }),
  );
  const clustering = measureClustering(graph);
  const coreNumbers = findCoreNumbers(graph);
  const biconnected = biconnectedComponents(graph);
  const partition = findCommunities(projection, { method, seed });
  const centralities = measureNodes({
    ...{ graph, network: ties, outward, inward, distances, betweenness, clustering },
    ...{ coreNumbers, biconnected, partition, metrics: input.metrics },
    onShare: (share) => onProgress("centralities", share),
  });
  const { stability, chance } =
    partition.count === 0 || !input.comparesCommunities
      ? {}
      : measureCommunityEvidence({
          ...{ projection, partition, method, seed },
          isRewirable: !input.isBipartite && !input.isForest,
          onShare: {
            seeds: (share) => onProgress("communities", share / 4),
            chance: (share) => onProgress("communities", 1 / 4 + (share * 3) / 4),
          },
        });
  const components = weakComponents(ties);
  const bySize = [...components.sizes.keys()].sort(
    (a, b) => components.sizes[b] - components.sizes[a] || a - b,
  );
  const placeOf = new Int32Array(components.count);
  for (const [place, component] of bySize.entries()) placeOf[component] = place;
  const degree = degrees(graph);
  const inDegree = degrees(inward);
  const outDegree = degrees(outward);
  const { nodeCount, tieCount } = ties;
  const hasTriangles = !input.isBipartite && !input.isForest;
  return {
    nodes: {
      ...centralities,
      hub: isDirected ? centralities.hub : undefined,
      authority: isDirected ? centralities.authority : undefined,
      clustering: hasTriangles ? centralities.clustering : undefined,
      coreNumber: input.isForest ? undefined : coreNumbers,
    },
    degree,
    strength: strengths(nodeCount, ties.weight, ties.source, ties.target),
    directed: isDirected
      ? {
          inDegree,
          outDegree,
          inStrength: strengths(nodeCount, ties.weight, ties.target),
          outStrength: strengths(nodeCount, ties.weight, ties.source),
        }
      : undefined,
    component: components.of.map((component) => placeOf[component]),
    community: partition.of,
    communityCount: partition.count,
    network: {
      nodes: nodeCount,
      ties: tieCount,
      total_weight: ties.weight.reduce((sum, weight) => sum + weight, 0),
      isolates: degree.filter((of) => of === 0).length,
      density: ratio(tieCount, input.possiblePairs),
      components: components.count,
      largest_component: components.count === 0 ? 0 : components.sizes[bySize[0]],
      mean_degree: ratio(2 * projection.tieCount, nodeCount),
      diameter: distances.diameter,
      average_geodesic: ratio(distances.sumOfDistances, distances.reachablePairs),
      betweenness_error: betweenness.estimate?.maximumError ?? 0,
      centralization: isDirected ? undefined : undirectedCentralization(degree),
      in_degree_centralization: isDirected ? measureCentralization(inDegree) : undefined,
      out_degree_centralization: isDirected ? measureCentralization(outDegree) : undefined,
      degree_assortativity: measureAssortativity(graph),
      k_core_depth: input.isForest ? undefined : largestOf(coreNumbers),
      strong_components: isDirected && !input.isForest ? strongComponents(ties).count : undefined,
      biconnected_components: biconnected.count,
      articulation_points: biconnected.isArticulation.reduce((sum, is) => sum + is, 0),
      reciprocity:
        isDirected && !input.isForest
          ? ratio(2 * measureReciprocity({ outward, inward }).mutualPairs, tieCount)
          : undefined,
      transitivity: hasTriangles ? clustering.transitivity : undefined,
      average_clustering: hasTriangles ? clustering.averageLocal : undefined,
      communities: partition.count,
      modularity: partition.modularity,
      community_stability: stability,
      modularity_random: chance?.mean,
      modularity_z: standardScore(partition.modularity, chance),
    },
  };
}

/** Freeman's: how far all are below the most central, as a share of what it is in a star. */
function undirectedCentralization(degree: Int32Array): number | undefined {
  const others = degree.length - 1;
  // A star of ties that run to its middle has n - 1 for n - 2 of ties without direction.
  const directed = measureCentralization(degree);
  return others < 2 || directed === undefined ? undefined : (directed * others) / (others - 1);
}

function degrees(graph: CompactGraph): Int32Array {
  return Int32Array.from({ length: graph.nodeCount }, (_, node) => degreeOf(graph, node));
}

function strengths(
  nodeCount: number,
  weight: Float64Array,
  ...ends: readonly Int32Array[]
): Float64Array {
  const sums = new Float64Array(nodeCount);
  for (const end of ends) for (const [tie, node] of end.entries()) sums[node] += weight[tie];
  return sums;
}
