import type { BiconnectedComponents } from "../../kernel/biconnected-components.js";
import type { WeightedGraph } from "../../kernel/compact-graph.js";
import type { Distances } from "../../kernel/distances.js";
import { scoreEigenvector } from "../../kernel/eigenvector.js";
import { scoreHubsAndAuthorities } from "../../kernel/hits.js";
import type { PerNodeMeasure } from "../../model/columns/node-measures.js";
import type { WeightedTies } from "../../model/network.js";
import { inTurn, type OnShare } from "../../model/progress.js";
import type { MetricDefinition } from "../../model/provenance.js";
import type { Partition } from "../community/communities.js";
import { measureNodexlEigenvector } from "../nodexl/nodexl-eigenvector.js";
import { nodexlGraph } from "../nodexl/nodexl-graph.js";
import { measureNodexlPagerank } from "../nodexl/nodexl-pagerank.js";
import type { Betweenness } from "./betweenness.js";
import { measureCloseness, measureHarmonicCloseness } from "./closeness.js";
import type { Clustering } from "./clustering.js";
import type { Conduct } from "./conduct.js";
import { measureConstraint } from "./constraint.js";
import { scoreKatz } from "./katz.js";
import { measurePagerank } from "./pagerank.js";
import { measureParticipationCoefficient } from "./participation-coefficient.js";
import { measureWithinCommunityZ } from "./within-community-z.js";

interface NodeMeasuresInput {
  /** Of the network, regardless of direction. */
  readonly graph: WeightedGraph;
  readonly network: WeightedTies;
  /** Along ties, and against them. */
  readonly outward: WeightedGraph;
  readonly inward: WeightedGraph;
  readonly distances: Distances;
  readonly betweenness: Betweenness;
  readonly clustering: Clustering;
  readonly coreNumbers: Int32Array;
  readonly biconnected: BiconnectedComponents;
  readonly partition: Partition;
  readonly metrics: MetricDefinition;
  readonly onShare: OnShare;
}

/** How long these take beside each other. */
const costs = { pagerank: 2, hits: 2, eigenvector: 4, katz: 4, constraint: 1, communities: 1 };

/** What is measured of each person by their ties, degrees aside. */
type Centralities = Omit<PerNodeMeasure<Float64Array | Int32Array>, keyof Conduct>;

/** Every measure of a person that rests on ties; `nodeMeasures` says what each is. */
export function measureNodes(input: NodeMeasuresInput): Centralities {
  const { network, outward, inward, graph, distances, partition, metrics } = input;
  const nodexl = metrics === "nodexl" ? nodexlGraph(network, graph) : undefined;
  const shares = inTurn(costs, input.onShare);
  const pagerank =
    nodexl === undefined ? measurePagerank(network, inward) : measureNodexlPagerank(nodexl);
  shares.pagerank(1);
  const { hub, authority } = scoreHubsAndAuthorities(outward, inward);
  shares.hits(1);
  const eigenvector =
    nodexl === undefined ? scoreEigenvector(graph) : measureNodexlEigenvector(nodexl);
  shares.eigenvector(1);
  const katz = scoreKatz(inward, hub);
  shares.katz(1);
  const constraint = measureConstraint(graph);
  shares.constraint(1);
  return {
    pagerank,
    betweenness: input.betweenness.values,
    harmonicCloseness: measureHarmonicCloseness(distances),
    closeness: measureCloseness(distances, metrics),
    eccentricity: distances.eccentricity,
    hub,
    authority,
    eigenvector,
    katz,
    coreNumber: input.coreNumbers,
    clustering: input.clustering.local,
    constraint,
    participationCoefficient: measureParticipationCoefficient(graph, partition.of),
    withinCommunityZ: measureWithinCommunityZ(graph, partition.of),
    articulation: Int32Array.from(input.biconnected.isArticulation),
  };
}
