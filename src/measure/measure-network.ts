import type { Activity } from "../model/activity.js";
import type { Corpus } from "../model/corpus.js";
import type { Measures } from "../model/measures.js";
import type { Network, Projection } from "../model/network.js";
import type { Selection } from "../model/selection.js";
import { measureBetweenness } from "./betweenness.js";
import { findCommunities } from "./communities.js";
import { measureCommunities } from "./community-measures.js";
import { measureDegrees } from "./degree.js";
import { measureNetworkMetrics } from "./network-metrics.js";
import { measurePagerank } from "./pagerank.js";

export interface MeasureInput {
  readonly corpus: Corpus;
  readonly selection: Selection;
  readonly network: Network;
  readonly activity: Activity;
  /** Of the same network; communities are found on it. */
  readonly projection: Projection;
  /** In normal form; left out of what sets communities apart. */
  readonly tag: string | undefined;
  readonly seed: number;
  readonly onProgress: (what: string) => void;
}

/** Everything that is measured of a network, in its order of nodes. */
export function measureNetwork(input: MeasureInput): Measures {
  const { network, onProgress } = input;
  const degrees = measureDegrees(network);
  onProgress("communities");
  const partition = findCommunities(input.projection, input.seed);
  onProgress("PageRank");
  const pagerank = measurePagerank(network);
  onProgress("betweenness");
  const betweenness = measureBetweenness(network);
  return {
    nodes: { ...degrees, pagerank, betweenness, community: partition.of },
    communities: measureCommunities({ ...input, partition, degrees }),
    modularity: partition.modularity,
    network: measureNetworkMetrics(network, degrees, partition),
  };
}
