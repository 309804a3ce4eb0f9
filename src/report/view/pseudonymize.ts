import { createHmac } from "node:crypto";
import { type Account, unknownProfile } from "../../model/account.js";
import type { Analysis } from "../../model/analysis.js";
import { isPseudonym, isPseudonymOfPost } from "../../model/hidden-handle.js";
import type { FollowAnswer, Recommendation } from "../../model/recommendation.js";

/**
 * What somebody is called instead of their key: the same for the same secret, and only then. Whoever has
 * such a name in the input already keeps it.
 */
export function pseudonymOf(key: string, secret: Uint8Array): string {
  return isPseudonym(key) ? key : `p-${digitsOf(key, secret)}`;
}

/** The same for a post. */
export function pseudonymOfPost(key: string, secret: Uint8Array): string {
  return isPseudonymOfPost(key) ? key : `post-${digitsOf(`post ${key}`, secret)}`;
}

/** The same for one key, and of 64 bits: it tells keys apart, and nobody can go back from it. */
export function markOfKey(secret: Uint8Array): string {
  return digitsOf("mark of this key", secret);
}

/** 64 bits in hexadecimal digits. */
function digitsOf(text: string, secret: Uint8Array): string {
  return createHmac("sha256", secret).update(text, "utf8").digest("hex").slice(0, 16);
}

/**
 * An analysis in which nobody has a name: not those who have opted out, not those who have not. What
 * leads to a person goes as well: pages, links to posts, numbers of followers, and the times of posts
 * and ties.
 */
export function pseudonymized(analysis: Analysis, secret: Uint8Array): Analysis {
  const { activity, network, corpus, follow } = analysis;
  const unknown = (times: Float64Array): Float64Array => times.map(() => Number.NaN);
  return {
    ...analysis,
    corpus: { ...corpus, accounts: pseudonymizedAccounts(corpus.accounts, secret) },
    follow: pseudonymizedFollow(follow, secret),
    activity: {
      ...activity,
      firstPost: unknown(activity.firstPost),
      lastPost: unknown(activity.lastPost),
    },
    network: { ...network, first: unknown(network.first), last: unknown(network.last) },
  };
}

/** Accounts that only say who is who. */
export function pseudonymizedAccounts(
  accounts: readonly Account[],
  secret: Uint8Array,
): readonly Account[] {
  return accounts.map(({ key }) => ({ ...unknownProfile, key: pseudonymOf(key, secret) }));
}

const withoutLinks = (person: Recommendation): Recommendation => ({ ...person, links: [] });

/** Lists without links to posts, and no new handle of anybody who has moved. */
export function pseudonymizedFollow(follow: FollowAnswer, secret: Uint8Array): FollowAnswer {
  return {
    ...follow,
    moved: follow.moved.map((one) => ({ ...one, movedTo: pseudonymOf(one.movedTo, secret) })),
    lists: follow.lists.map((list) => ({
      ...list,
      people: list.people.map(withoutLinks),
      unstablePeople: list.unstablePeople.map(withoutLinks),
      runnersUp: list.runnersUp.map(withoutLinks),
    })),
  };
}
