import {
  type CompactGraph,
  degreeOf,
  inwardGraph,
  outwardGraph,
  undirectedGraph,
} from "../../kernel/compact-graph.js";
import { weakComponents } from "../../kernel/components.js";
import { findCoreNumbers } from "../../kernel/core-numbers.js";
import type { ItemNetworkMetric } from "../../model/columns/item-network-measures.js";
import type { CommunityMethod } from "../../model/community-method.js";
import type { Projection, WeightedTies } from "../../model/network.js";
import type { OnProgress } from "../../model/progress.js";
import type { Threads } from "../../model/threads.js";
import { findCommunities } from "../community/communities.js";
import { ratio } from "../network/ratio.js";
import { measureReciprocity } from "../network/reciprocity.js";
import { measureHarmonicCloseness } from "../node/closeness.js";
import { measureClustering } from "../node/clustering.js";
import { measurePagerank } from "../node/pagerank.js";
import { measurePaths } from "../node/path-measures.js";
import { withThreads } from "../parts/run-parts.js";

interface ItemsInput {
  readonly ties: WeightedTies;
  readonly isDirected: boolean;
  /** Of the same ties. */
  readonly projection: Projection;
  /** Pairs that could be tied: all, or those of two kinds. */
  readonly possiblePairs: number;
  readonly communities: CommunityMethod;
  readonly seed: number;
  readonly threads: Threads | undefined;
  readonly onProgress: OnProgress;
}

/** One value a node; `undefined` for what has no sense without direction. */
export interface ItemMeasures {
  readonly degree: Int32Array;
  readonly strength: Float64Array;
  readonly directed:
    | {
        readonly inDegree: Int32Array;
        readonly outDegree: Int32Array;
        readonly inStrength: Float64Array;
        readonly outStrength: Float64Array;
        readonly pagerank: Float64Array;
      }
    | undefined;
  readonly betweenness: Float64Array;
  readonly closeness: Float64Array;
  readonly clustering: Float64Array;
  readonly core: Int32Array;
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
    measurePaths({ graph, outward, inward, metrics: "standard", seed, run, onProgress }),
  );
  const clustering = measureClustering(graph);
  const partition = findCommunities(projection, { method, seed });
  const components = weakComponents(ties);
  const bySize = [...components.sizes.keys()].sort(
    (a, b) => components.sizes[b] - components.sizes[a] || a - b,
  );
  const placeOf = new Int32Array(components.count);
  for (const [place, component] of bySize.entries()) placeOf[component] = place;
  const degree = degrees(graph);
  const { nodeCount, tieCount } = ties;
  return {
    degree,
    strength: strengths(nodeCount, ties.weight, ties.source, ties.target),
    directed: isDirected
      ? {
          inDegree: degrees(inward),
          outDegree: degrees(outward),
          inStrength: strengths(nodeCount, ties.weight, ties.target),
          outStrength: strengths(nodeCount, ties.weight, ties.source),
          pagerank: measurePagerank(ties, inward),
        }
      : undefined,
    betweenness: betweenness.values,
    closeness: measureHarmonicCloseness(distances),
    clustering: clustering.local,
    core: findCoreNumbers(graph),
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
      reciprocity: isDirected
        ? ratio(2 * measureReciprocity({ outward, inward }).mutualPairs, tieCount)
        : undefined,
      transitivity: clustering.transitivity,
      average_clustering: clustering.averageLocal,
      communities: partition.count,
      modularity: partition.modularity,
    },
  };
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
