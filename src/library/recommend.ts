import type { FollowListName, FollowOrder } from "../model/recommendation.js";
import { answerFollow } from "../pipeline/answer-follow.js";
import { findNamed, readNames } from "../pipeline/name-people.js";
import { startListedFiles } from "../read/listed-files.js";
import { publicFollow } from "../report/view/public-follow.js";
import type { PublicFollow } from "../report/view/public-follow-lists.js";
import { startPublicTexts } from "../report/view/public-texts.js";
import { communityName } from "../report/view/public-values.js";
import type { CommunityNetwork } from "./build-network.js";
import { heldNetwork } from "./held.js";

export interface RecommendOptions {
  /** How people are ranked; by default as suits the collection. */
  readonly order?: FollowOrder;
  /** People on a list at most. */
  readonly top?: number;
  /** Resamples behind each place; 0 for not at all. */
  readonly bootstrap?: number;
  /** A handle for whom the lists are. */
  readonly for?: string;
  /** Handles to recommend in spite of the rules, though never against their own will. */
  readonly keep?: readonly string[];
  /** Handles not to recommend. */
  readonly exclude?: readonly string[];
}

/** Whom to follow, and why; see docs/json.md for what it holds. */
export type Recommendations = PublicFollow;

/** A list by name: everybody's, or that of one community. */
export function listOf(
  { lists }: Recommendations,
  name: FollowListName,
  community?: string,
): Recommendations["lists"][number] | undefined {
  return lists.find((list) => list.list === name && list.community === community);
}

/**
 * Whom a learner should follow. Nobody who has opted out stands on a list.
 *
 * @throws {Error} named `UserError` for a handle that is none.
 */
export async function recommend(
  network: CommunityNetwork,
  { order, top = 50, bootstrap = 100, keep = [], exclude = [], ...options }: RecommendOptions = {},
): Promise<Recommendations> {
  const held = heldNetwork(network);
  const { corpus, withheld, heldBack, selection, interactions, partition } = held;
  const names = await readNames(
    {
      for: options.for,
      following: undefined,
      trust: undefined,
      keep: [...keep],
      exclude: [...exclude],
    },
    startListedFiles(),
  );
  const { named } = findNamed({ corpus, withheld, pseudonymKey: undefined }, names);
  const { follow } = answerFollow({
    corpus,
    selection,
    settings: { ...held.settings, order, top, bootstrap },
    named,
    pseudonymKey: undefined,
    withheld,
    interactions,
    network: held.network,
    community: partition.of,
    communityCount: partition.count,
    isWhole: true,
    onProgress: () => {},
  });
  const nodeOf = new Map(Array.from(held.network.account, (account, node) => [account, node]));
  return publicFollow({
    corpus,
    follow,
    withheld,
    texts: startPublicTexts(heldBack),
    named,
    communityOf: (account) => communityName(partition.of[nodeOf.get(account) ?? -1] ?? -1),
  });
}
