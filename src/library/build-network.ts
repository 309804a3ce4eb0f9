import { findCommunities } from "../measure/community/communities.js";
import type { CommunityMethod } from "../model/community-method.js";
import { normaliseHashtag } from "../model/hashtag.js";
import { parseEdgeRule } from "../network/edge-rule.js";
import { projectUndirected } from "../network/project.js";
import { selectPosts } from "../network/select-posts.js";
import { askedOf } from "../pipeline/asked-question.js";
import { buildNetwork as buildTies } from "../pipeline/build-network.js";
import { respectConsent } from "../pipeline/respect-consent.js";
import { heldPosts, holdNetwork } from "./held.js";
import type { Posts } from "./read-posts.js";

/** Who engages whom in the posts that count. Its people are named by `measureNetwork` alone. */
export interface CommunityNetwork {
  /** Posts and reposts that count. */
  readonly postCount: number;
  readonly peopleCount: number;
  /** Pairs of people, in one direction, of whom one did something to the other. */
  readonly tieCount: number;
  readonly communityCount: number;
  /** What makes a tie, in words. */
  readonly tieRule: string;
}

export interface NetworkOptions {
  /** Only posts with this hashtag, with or without `#`. */
  readonly tag?: string;
  /** Only posts from then on, and before then. */
  readonly since?: Date;
  readonly until?: Date;
  /** As `--edges`: `clean` (the default), `conversation`, `nodexl` and others, or kinds. */
  readonly edges?: string;
  readonly communities?: CommunityMethod;
  /** The same seed gives the same communities. */
  readonly seed?: number;
}

/**
 * Chooses the posts that count, makes their network, and finds its communities.
 *
 * @throws {Error} named `UserError` for a rule of ties that there is not.
 */
export function buildNetwork(posts: Posts, options: NetworkOptions = {}): CommunityNetwork {
  const { read, inputs, respect } = heldPosts(posts);
  const { tag, since, until, edges = "clean", communities = "leiden", seed = 1 } = options;
  const rule = parseEdgeRule(edges);
  const written = tag?.replace(/^#/u, "");
  const asked = {
    tag: written === undefined ? undefined : normaliseHashtag(written),
    tagAsWritten: written,
    since: since?.getTime(),
    until: until?.getTime(),
    edges: rule,
    communities,
    respect,
    seed,
    reading: {},
  };
  const settings = askedOf(asked, read);
  const consent = respectConsent(read, { respect, tag: settings.tag, pseudonymKey: undefined });
  const selection = selectPosts(consent.corpus, { ...settings, tag: asked.tag });
  const built = buildTies(consent.corpus, selection, rule, () => {});
  const partition = findCommunities(projectUndirected(built.network), {
    method: communities,
    seed,
  });
  const shown: CommunityNetwork = {
    postCount: selection.analysed,
    peopleCount: built.network.nodeCount,
    tieCount: built.network.tieCount,
    communityCount: partition.count,
    tieRule: rule.sentence,
  };
  return holdNetwork(shown, { ...consent, ...built, inputs, settings, selection, partition });
}
