import type { Activity } from "../model/activity.js";
import { type Corpus, isRepost, none } from "../model/corpus.js";
import { dayMs } from "../model/durations.js";
import { type InteractionTable, interactionKinds } from "../model/interaction.js";
import { postOrigins } from "../model/item.js";
import type { Selection } from "../model/selection.js";

const found = postOrigins.indexOf("found");
const repost = interactionKinds.indexOf("repost");
const quote = interactionKinds.indexOf("quote");
const follow = interactionKinds.indexOf("follow");

/**
 * Counts what people do themselves: from the selected posts, of which those of a thread are
 * nobody's own in the hashtag, and from the clean interactions. O(posts + interactions).
 */
export function observeActivity(
  corpus: Corpus,
  selection: Selection,
  interactions: InteractionTable,
): Activity {
  const count = corpus.accounts.length;
  const activity = {
    posts: new Int32Array(count),
    reposts: new Int32Array(count),
    postsWithLink: new Int32Array(count),
    hashtags: new Int32Array(count),
    conversationPosts: new Int32Array(count),
    peopleAddressed: new Int32Array(count),
    activeDays: new Int32Array(count),
    firstPost: new Float64Array(count).fill(Number.NaN),
    lastPost: new Float64Array(count).fill(Number.NaN),
  };
  const latestDay = new Float64Array(count).fill(Number.NaN);
  const { author, links, tags } = corpus.posts;
  const { time } = selection;
  for (let post = 0; post < corpus.posts.count; post += 1) {
    const person = author[post];
    if (selection.origin[post] !== found || person === none) continue;
    // Posts stand by time, so a person's days come one after the other.
    const day = Math.floor(time[post] / dayMs);
    if (!Number.isNaN(day) && day !== latestDay[person]) {
      latestDay[person] = day;
      activity.activeDays[person] += 1;
    }
    if (isRepost(corpus, post)) {
      activity.reposts[person] += 1;
      continue;
    }
    activity.posts[person] += 1;
    if (links.offsets[post + 1] > links.offsets[post]) activity.postsWithLink[person] += 1;
    activity.hashtags[person] += tags.offsets[post + 1] - tags.offsets[post];
    if (Number.isNaN(time[post])) continue;
    if (Number.isNaN(activity.firstPost[person])) activity.firstPost[person] = time[post];
    activity.lastPost[person] = time[post];
  }
  countConversation(interactions, activity, count);
  return activity;
}

function countConversation(
  interactions: InteractionTable,
  activity: Pick<Activity, "conversationPosts" | "peopleAddressed">,
  accountCount: number,
): void {
  const conversing = new Set<number>();
  const addressed = new Set<number>();
  for (let row = 0; row < interactions.count; row += 1) {
    const kind = interactions.kind[row];
    if (kind === repost || kind === follow) continue;
    const source = interactions.source[row];
    if (interactions.post[row] !== none && !conversing.has(interactions.post[row])) {
      conversing.add(interactions.post[row]);
      activity.conversationPosts[source] += 1;
    }
    const pair = source * accountCount + interactions.target[row];
    if (kind !== quote && !addressed.has(pair)) {
      addressed.add(pair);
      activity.peopleAddressed[source] += 1;
    }
  }
}
