import { biconnectedComponents } from "../kernel/biconnected-components.js";
import { inwardGraph, outwardGraph, undirectedGraph } from "../kernel/compact-graph.js";
import { findCoreNumbers } from "../kernel/core-numbers.js";
import type { Activity } from "../model/activity.js";
import { type Corpus, none } from "../model/corpus.js";
import type { HeldBack } from "../model/held-back.js";
import type { CommunityEvidence, Measures } from "../model/measures.js";
import type { Network, Projection } from "../model/network.js";
import type { PerAccount } from "../model/per-index.js";
import { inTurn, type OnProgress } from "../model/progress.js";
import type { MetricDefinition } from "../model/provenance.js";
import type { Selection } from "../model/selection.js";
import type { Threads } from "../model/threads.js";
import { standardScore } from "./community/chance-modularity.js";
import type { Partition } from "./community/communities.js";
import { measureCommunities } from "./community/community-measures.js";
import { measureNetworkMetrics } from "./network/network-metrics.js";
import { measureReplies } from "./network/replies.js";
import { classifyShape } from "./network/shape.js";
import { measureClustering } from "./node/clustering.js";
import { measureConduct } from "./node/conduct.js";
import { measureDegrees } from "./node/degree.js";
import { measureNodes } from "./node/node-measures.js";
import { countOtherPeople } from "./node/other-people.js";
import { measurePaths } from "./node/path-measures.js";
import { withThreads } from "./parts/run-parts.js";

interface MeasureInput {
  readonly corpus: Corpus;
  readonly selection: Selection;
  readonly network: Network;
  /** Of the same network. */
  readonly projection: Projection;
  /** Ties run from whom attention goes to, to whom it comes from. */
  readonly isReversed: boolean;
  readonly activity: Activity;
  /** When each account first took part; see `findFirstPosts`. */
  readonly firstPost: PerAccount<Float64Array>;
  readonly partition: Partition;
  readonly evidence: CommunityEvidence;
  /** 1 for people who are never named. */
  readonly withheld: PerAccount<Uint8Array>;
  /** What would name them. */
  readonly heldBack: HeldBack;
  /** In normal form; left out of what sets communities apart. */
  readonly tag: string | undefined;
  readonly metrics: MetricDefinition;
  readonly seed: number;
  readonly threads: Threads | undefined;
  readonly onProgress: OnProgress;
}

/** How long these take beside each other. */
const costs = { triangles: 1, nodes: 5 };

/** Everything that is measured of a network, in its order of nodes. */
export async function measureNetwork(input: MeasureInput): Promise<Measures> {
  const { network, projection, partition, onProgress } = input;
  const degrees = measureDegrees(network);
  const graph = undirectedGraph(projection);
  const outward = outwardGraph(network);
  const inward = inwardGraph(network);
  const { betweenness, distances } = await withThreads(input.threads, (run) =>
    measurePaths({ ...input, graph, outward, inward, run }),
  );
  const shares = inTurn(costs, (share) => onProgress("centralities", share));
  shares.triangles(0);
  const clustering = measureClustering(graph);
  const coreNumbers = findCoreNumbers(graph);
  const biconnected = biconnectedComponents(graph);
  shares.triangles(1);
  const perPerson = {
    ...input,
    graph,
    outward,
    inward,
    distances,
    betweenness,
    clustering,
    coreNumbers,
    biconnected,
  };
  const otherPeople = countOtherPeople(network);
  const { received, given } = input.isReversed
    ? { received: otherPeople.given, given: otherPeople.received }
    : otherPeople;
  const centralities = measureNodes({ ...perPerson, onShare: shares.nodes });
  const conduct = measureConduct({ ...input, outward, inward });
  onProgress("what people post");
  const communities = measureCommunities({
    ...input,
    graph,
    outward,
    inward,
    degrees,
    onShare: (share) => onProgress("what people post", share),
  });
  onProgress("the network's shape");
  return {
    nodes: {
      ...degrees,
      ...centralities,
      ...conduct,
      community: partition.of,
    },
    ...communities,
    modularity: partition.modularity,
    network: measureNetworkMetrics({
      ...perPerson,
      degrees,
      otherPeople,
      attention: received,
      replies: measureReplies(input),
    }),
    shape: classifyShape({
      received,
      given,
      isolates: partition.of.filter((community) => community === none).length,
      modularity: partition.modularity,
      modularityZ: standardScore(partition.modularity, input.evidence.chance),
    }),
  };
}
