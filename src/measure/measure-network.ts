import type { Activity } from "../model/activity.js";
import { type Corpus, none } from "../model/corpus.js";
import { findFirstPosts } from "../model/first-posts.js";
import type { Measures } from "../model/measures.js";
import type { Network, Projection } from "../model/network.js";
import type { OnProgress } from "../model/progress.js";
import type { Selection } from "../model/selection.js";
import { measureBetweenness } from "./betweenness.js";
import type { Partition } from "./communities.js";
import { measureCommunities } from "./community-measures.js";
import { measureConduct } from "./conduct.js";
import { measureDegrees } from "./degree.js";
import { measureFurtherMetrics } from "./further-metrics.js";
import { measureNetworkMetrics } from "./network-metrics.js";
import { countOtherPeople } from "./other-people.js";
import { measurePagerank } from "./pagerank.js";
import { classifyShape } from "./shape.js";

export interface MeasureInput {
  readonly corpus: Corpus;
  readonly selection: Selection;
  readonly network: Network;
  /** Of the same network. */
  readonly projection: Projection;
  /** Ties run from whom attention goes to, to whom it comes from. */
  readonly isReversed: boolean;
  readonly activity: Activity;
  readonly partition: Partition;
  /** 1 for people who are never named, a row of `Corpus.accounts`. */
  readonly withheld: Uint8Array;
  /** In normal form; left out of what sets communities apart. */
  readonly tag: string | undefined;
  readonly onProgress: OnProgress;
}

/** Everything that is measured of a network, in its order of nodes. */
export function measureNetwork(input: MeasureInput): Measures {
  const { corpus, selection, network, partition, onProgress } = input;
  const degrees = measureDegrees(network);
  onProgress("PageRank");
  const pagerank = measurePagerank(network);
  const betweenness = measureBetweenness(network, (share) => onProgress("betweenness", share));
  onProgress("the network's shape");
  const otherPeople = countOtherPeople(network);
  const { received, given } = input.isReversed
    ? { received: otherPeople.given, given: otherPeople.received }
    : otherPeople;
  const firstPost = findFirstPosts(corpus, selection);
  return {
    nodes: {
      ...degrees,
      pagerank,
      betweenness,
      ...measureConduct({ ...input, firstPost }),
      community: partition.of,
    },
    ...measureCommunities({ ...input, degrees }),
    modularity: partition.modularity,
    network: [
      ...measureNetworkMetrics(network, degrees, partition),
      ...measureFurtherMetrics({ ...input, otherPeople, attention: received, firstPost }),
    ],
    shape: classifyShape({
      received,
      given,
      isolates: partition.of.filter((community) => community === none).length,
      modularity: partition.modularity,
    }),
  };
}
