import { undirectedGraph } from "../../kernel/compact-graph.js";
import { findMembership } from "../../kernel/find-membership.js";
import type { CommunityMethod } from "../../model/community-method.js";
import type { CommunityEvidence } from "../../model/measures.js";
import type { Projection } from "../../model/network.js";
import type { OnShare } from "../../model/progress.js";
import { measureChanceModularity } from "./chance-modularity.js";
import { findCommunities, type Partition } from "./communities.js";
import { measureCommunityStability } from "./community-stability.js";

/** Every comparison finds communities so often as this says; more ties would take minutes. */
export const mostTiesToCompare = 300_000;

interface EvidenceInput {
  readonly projection: Projection;
  readonly partition: Partition;
  readonly method: CommunityMethod;
  readonly seed: number;
  /** Whether a tie could be between any two, as it is in a rewired network. */
  readonly isRewirable: boolean;
  readonly onShare: Readonly<Record<"seeds" | "chance", OnShare>>;
}

/** What shows whether communities are there: what other seeds find, and what is found in rewired networks. */
export function measureCommunityEvidence({
  projection,
  partition,
  method,
  seed,
  isRewirable,
  onShare,
}: EvidenceInput): Pick<CommunityEvidence, "stability" | "chance"> {
  const graph = undirectedGraph(projection);
  const stability =
    method === "cnm"
      ? undefined
      : measureCommunityStability(
          partition.of,
          seed,
          (other) => findMembership(graph, { method, seed: other }).of,
          onShare.seeds,
        );
  const chance =
    isRewirable && projection.tieCount <= mostTiesToCompare
      ? measureChanceModularity({
          projection,
          modularityOf: (rewired, other) =>
            findCommunities(rewired, { method, seed: other }).modularity,
          seed,
          onShare: onShare.chance,
        })
      : undefined;
  return { stability, chance };
}
