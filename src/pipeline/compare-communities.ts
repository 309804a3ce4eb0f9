import { findCommunities, findMembership, type Partition } from "../measure/communities.js";
import { measureCommunityStability, otherSeeds } from "../measure/community-stability.js";
import { undirectedGraph } from "../measure/kernel/compact-graph.js";
import type { AnalysisSettings } from "../model/analysis.js";
import type { Projection } from "../model/network.js";
import { inTurn, type OnProgress } from "../model/progress.js";

export interface ComparedCommunities {
  readonly partition: Partition;
  /** Agreement with what other seeds find; `undefined` where it was not asked for or chance has no part. */
  readonly communityStability: number | undefined;
}

/** Communities, and how far other seeds find the same. */
export function compareCommunities(
  projection: Projection,
  { communities: method, seed, bootstrap }: AnalysisSettings,
  onProgress: OnProgress,
): ComparedCommunities {
  const step = "finding communities";
  onProgress(step);
  const partition = findCommunities(projection, { method, seed });
  if (partition.count === 0 || bootstrap === 0 || method === "cnm") {
    return { partition, communityStability: undefined };
  }
  const shares = inTurn({ once: 1, again: otherSeeds }, (share) => onProgress(step, share));
  shares.once(1);
  const graph = undirectedGraph(projection);
  const communityStability = measureCommunityStability(
    partition.of,
    seed,
    (other) => findMembership(graph, { method, seed: other }).of,
    shares.again,
  );
  return { partition, communityStability };
}
