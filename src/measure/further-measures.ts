import type { PerFurtherMeasure } from "../model/further-measures.js";
import type { Network } from "../model/network.js";
import { inTurn, type OnShare } from "../model/progress.js";
import type { MetricDefinition } from "../model/provenance.js";
import { measureCloseness, measureHarmonicCloseness } from "./closeness.js";
import type { Clustering } from "./clustering.js";
import type { Partition } from "./communities.js";
import { measureConstraint } from "./constraint.js";
import type { BiconnectedComponents } from "./kernel/biconnected-components.js";
import type { WeightedGraph } from "./kernel/compact-graph.js";
import type { Distances } from "./kernel/distances.js";
import { scoreEigenvector } from "./kernel/eigenvector.js";
import { scoreHubsAndAuthorities } from "./kernel/hits.js";
import { measureNodexlEigenvector } from "./nodexl/nodexl-eigenvector.js";
import { nodexlGraph } from "./nodexl/nodexl-graph.js";
import { measureParticipationCoefficient } from "./participation-coefficient.js";
import { measureWithinCommunityZ } from "./within-community-z.js";

export interface FurtherMeasuresInput {
  /** Of the network, regardless of direction. */
  readonly graph: WeightedGraph;
  readonly network: Network;
  /** Along ties, and against them. */
  readonly outward: WeightedGraph;
  readonly inward: WeightedGraph;
  readonly distances: Distances;
  readonly clustering: Clustering;
  readonly coreNumbers: Int32Array;
  readonly biconnected: BiconnectedComponents;
  readonly partition: Partition;
  readonly metrics: MetricDefinition;
  readonly onShare: OnShare;
}

/** How long these take beside each other. */
const costs = { hits: 2, eigenvector: 4, constraint: 1, communities: 1 };

/** What is measured of each person beside degrees, PageRank and betweenness; NaN where not defined. */
export function measureFurther(
  input: FurtherMeasuresInput,
): PerFurtherMeasure<Float64Array | Int32Array> {
  const {
    network,
    outward,
    inward,
    graph,
    distances,
    clustering,
    coreNumbers,
    biconnected,
    partition,
    metrics,
  } = input;
  const shares = inTurn(costs, input.onShare);
  const { hub, authority } = scoreHubsAndAuthorities(outward, inward);
  shares.hits(1);
  const eigenvector =
    metrics === "nodexl"
      ? measureNodexlEigenvector(nodexlGraph(network, graph))
      : scoreEigenvector(graph);
  shares.eigenvector(1);
  const constraint = measureConstraint(graph);
  shares.constraint(1);
  return {
    harmonicCloseness: measureHarmonicCloseness(distances),
    closeness: measureCloseness(distances, metrics),
    eccentricity: distances.eccentricity,
    hub,
    authority,
    eigenvector,
    coreNumber: coreNumbers,
    clustering: clustering.local,
    constraint,
    participationCoefficient: measureParticipationCoefficient(graph, partition.of),
    withinCommunityZ: measureWithinCommunityZ(graph, partition.of),
    articulation: Int32Array.from(biconnected.isArticulation),
  };
}
