import type { Account } from "../model/account.js";
import type { Activity } from "../model/activity.js";
import { normaliseHashtag } from "../model/hashtag.js";
import { dayMs } from "./time-frame.js";

/** Fewer posts than this say nothing of a habit. */
const enoughPosts = 30;
const repostShare = 0.97;
const postsPerDay = 8;
const conversationShare = 0.02;

/**
 * What shows that an account is run by a program or is a feed, in a sentence with its numbers;
 * `undefined` for a person. `tag` is the hashtag that was asked for.
 */
export function automationSign(
  account: Account,
  index: number,
  activity: Activity,
  tag: string | undefined,
): string | undefined {
  if (account.isBot === true) return "the profile says that it is automated";
  if (
    tag !== undefined &&
    account.handle !== undefined &&
    normaliseHashtag(account.handle) === tag
  ) {
    return "its handle is the hashtag itself";
  }
  const posts = activity.posts[index];
  const reposts = activity.reposts[index];
  const conversation = activity.conversationPosts[index];
  const acts = posts + reposts;
  if (acts >= enoughPosts && reposts >= acts * repostShare) {
    return `${reposts} of its ${acts} posts are reposts`;
  }
  if (posts >= enoughPosts && conversation === 0 && activity.postsWithLink[index] === posts) {
    return `each of its ${posts} posts is a link, and none answers anybody`;
  }
  const days = Math.max(1, (activity.lastPost[index] - activity.firstPost[index]) / dayMs);
  const isFast = posts >= enoughPosts && posts / days >= postsPerDay;
  if (isFast && conversation < posts * conversationShare) {
    return `${(posts / days).toFixed(1)} posts a day, and ${conversation} of ${posts} talk to anybody`;
  }
  return undefined;
}
