import type { Activity } from "../model/activity.js";
import type { Corpus } from "../model/corpus.js";
import type { Measures } from "../model/measures.js";
import type { Network } from "../model/network.js";
import type { Selection } from "../model/selection.js";
import { measureBetweenness } from "./betweenness.js";
import type { Partition } from "./communities.js";
import { measureCommunities } from "./community-measures.js";
import { measureDegrees } from "./degree.js";
import { measureNetworkMetrics } from "./network-metrics.js";
import { measurePagerank } from "./pagerank.js";

export interface MeasureInput {
  readonly corpus: Corpus;
  readonly selection: Selection;
  readonly network: Network;
  readonly activity: Activity;
  readonly partition: Partition;
  /** In normal form; left out of what sets communities apart. */
  readonly tag: string | undefined;
  readonly onProgress: (what: string) => void;
}

/** Everything that is measured of a network, in its order of nodes. */
export function measureNetwork(input: MeasureInput): Measures {
  const { network, partition, onProgress } = input;
  const degrees = measureDegrees(network);
  onProgress("PageRank");
  const pagerank = measurePagerank(network);
  onProgress("betweenness");
  const betweenness = measureBetweenness(network);
  return {
    nodes: { ...degrees, pagerank, betweenness, community: partition.of },
    communities: measureCommunities({ ...input, degrees }),
    modularity: partition.modularity,
    network: measureNetworkMetrics(network, degrees, partition),
  };
}
