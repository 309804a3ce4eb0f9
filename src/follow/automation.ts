import type { Account } from "../model/account.js";
import type { Activity } from "../model/activity.js";
import type { Corpus } from "../model/corpus.js";
import { dayMs } from "../model/durations.js";
import { normaliseHashtag } from "../model/hashtag.js";

/** Fewer posts than this say nothing of a habit. */
const enoughPosts = 30;
const repostShare = 0.97;
const postsPerDay = 8;
const conversationShare = 0.02;
const enoughPostsToStuff = 5;
const hashtagsPerPost = 10;

interface AutomationInput {
  readonly corpus: Corpus;
  readonly activity: Activity;
  readonly tag: string | undefined;
  /** What accounts are called, where nobody is named. */
  readonly pseudonymOf?: ((account: number) => string) | undefined;
}

/**
 * What shows that an account is run by a program, is a feed, or hawks in the hashtag: a sentence
 * with its numbers, by account; people are not in it. `tag` is the hashtag that was asked for.
 */
export function findAutomationSigns(input: AutomationInput): Map<number, string> {
  const { corpus, activity } = input;
  const signs = new Map<number, string>();
  for (const [index, account] of corpus.accounts.entries()) {
    const sign = signOfProfile(account, input) ?? signOfHabit(index, activity);
    if (sign !== undefined) signs.set(index, sign);
  }
  return signs;
}

const saysSo = "The profile says that it is automated.";

function signOfProfile(
  account: Account,
  { tag, pseudonymOf }: AutomationInput,
): string | undefined {
  if (account.isBot === true) return saysSo;
  const handle = account.handle === undefined ? undefined : normaliseHashtag(account.handle);
  if (tag === undefined || handle !== tag) return undefined;
  // Whoever knows the hashtag would know the handle.
  return pseudonymOf === undefined ? "Its handle is the hashtag itself." : saysSo;
}

function signOfHabit(index: number, activity: Activity): string | undefined {
  const posts = activity.posts[index];
  const reposts = activity.reposts[index];
  const talks = activity.conversationPosts[index];
  const acts = posts + reposts;
  if (acts >= enoughPosts && reposts >= acts * repostShare) {
    return `${reposts} of its ${acts} posts are reposts.`;
  }
  if (posts >= enoughPosts && talks === 0 && activity.postsWithLink[index] === posts) {
    return `Each of its ${posts} posts is a link, and none talks to anybody.`;
  }
  const days = Math.max(1, (activity.lastPost[index] - activity.firstPost[index]) / dayMs);
  if (posts >= enoughPosts && posts / days >= postsPerDay && talks < posts * conversationShare) {
    return `${(posts / days).toFixed(1)} posts a day, of which ${talks} of ${posts} talk to anybody.`;
  }
  const tagsEach = activity.hashtags[index] / posts;
  if (posts >= enoughPostsToStuff && tagsEach >= hashtagsPerPost) {
    return `It puts ${tagsEach.toFixed(1)} hashtags on a post.`;
  }
  return undefined;
}
