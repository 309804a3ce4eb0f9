import { findCommunities, type Partition } from "../measure/community/communities.js";
import {
  measureCommunityEvidence,
  mostTiesToCompare,
} from "../measure/community/community-evidence.js";
import { measureHalvesAgreement } from "../measure/community/halves-agreement.js";
import type { AnalysisSettings } from "../model/analysis.js";
import { type Corpus, none } from "../model/corpus.js";
import type { InteractionTable } from "../model/interaction.js";
import type { CommunityEvidence } from "../model/measures.js";
import type { Projection } from "../model/network.js";
import { inTurn, type OnProgress } from "../model/progress.js";
import type { Selection } from "../model/selection.js";
import { aggregate } from "../network/aggregate.js";
import { projectUndirected } from "../network/project.js";

interface NetworkToPart {
  readonly corpus: Corpus;
  readonly selection: Selection;
  readonly settings: AnalysisSettings;
  readonly interactions: InteractionTable;
  /** Of the network of these interactions. */
  readonly projection: Projection;
  readonly onProgress: OnProgress;
}

interface ComparedCommunities {
  readonly partition: Partition;
  readonly evidence: CommunityEvidence;
}

const costs = { once: 1, seeds: 10, chance: 30, halves: 10 };

/** Communities, and what shows whether they are there: other seeds, rewired networks, half the posts. */
export function compareCommunities(input: NetworkToPart): ComparedCommunities {
  const { projection, settings, interactions, onProgress } = input;
  const { communities: method, seed, bootstrap } = settings;
  const step = "finding communities";
  onProgress(step);
  const partition = findCommunities(projection, { method, seed });
  if (partition.count === 0 || bootstrap === 0) {
    return { partition, evidence: { stability: undefined, halves: undefined, chance: undefined } };
  }
  const shares = inTurn(costs, (share) => onProgress(step, share));
  shares.once(1);
  const { stability, chance } = measureCommunityEvidence({
    ...{ projection, partition, method, seed },
    isRewirable: true,
    onShare: shares,
  });
  const halves =
    projection.tieCount > mostTiesToCompare
      ? undefined
      : measureHalvesAgreement({
          interactions,
          communitiesOf: (half, other) => communitiesByAccount(half, other, input),
          seed,
          onShare: shares.halves,
        });
  return { partition, evidence: { stability, halves, chance } };
}

function communitiesByAccount(
  interactions: InteractionTable,
  seed: number,
  { corpus, selection, settings }: NetworkToPart,
): Int32Array {
  const network = aggregate(corpus, selection, interactions, settings.edges);
  const method = settings.communities;
  const { of } = findCommunities(projectUndirected(network), { method, seed });
  const community = new Int32Array(corpus.accounts.length).fill(none);
  for (const [node, account] of network.account.entries()) community[account] = of[node];
  return community;
}
