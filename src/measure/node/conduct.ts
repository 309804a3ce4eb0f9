import type { Activity } from "../../model/activity.js";
import { type Corpus, isRepost, none } from "../../model/corpus.js";
import { groupBy, rowColumns } from "../../model/csr.js";
import { minuteMs } from "../../model/durations.js";
import { postOrigins } from "../../model/item.js";
import type { NodeMeasures } from "../../model/measures.js";
import type { Network } from "../../model/network.js";
import { isNewAt, newcomerMs } from "../../model/newcomer.js";
import type { PerAccount } from "../../model/per-index.js";
import type { Selection } from "../../model/selection.js";
import type { BothWays } from "../network/reciprocity.js";
import { eachReply, waitForReply } from "./each-reply.js";
import { median } from "./median.js";
import { measureMutualShare } from "./mutual-share.js";

/** What people do, one number a node. */
export type Conduct = Pick<
  NodeMeasures,
  "reciprocity" | "activeDays" | "repliesToNewcomers" | "medianReplyMinutes" | "linksShared"
>;

/** Of the network, its ties both ways. */
interface ConductInput extends BothWays {
  readonly corpus: Corpus;
  readonly selection: Selection;
  readonly network: Network;
  readonly activity: Activity;
  /** When each account first took part; see `findFirstPosts`. */
  readonly firstPost: PerAccount<Float64Array>;
}

const found = postOrigins.indexOf("found");

/**
 * How people behave in the hashtag. Reciprocity is of the network's ties, see `measureMutualShare`;
 * the rest is of what was posted, whatever makes a tie.
 *
 * Active days are days (UTC) with an own post or a repost; NaN for who has posts and none with a
 * time. Replies are those to somebody else, in threads around the posts that count too. Who is new
 * when they are answered is told by `isNewAt`; where no reply to somebody is from the time in which
 * that can be told, it is NaN for everybody. Minutes run from the post that is answered to the
 * reply, of replies that are not dated before it; NaN without any. Links are different addresses in
 * own posts: reposts share nobody's own, and the same link twice is one. O(posts + relations +
 * links log links).
 */
export function measureConduct(input: ConductInput): Conduct {
  const { corpus, selection, network, activity } = input;
  const replies = measureOwnReplies(input);
  const links = countLinksShared(corpus, selection);
  return {
    reciprocity: measureMutualShare(input),
    activeDays: Float64Array.from(network.account, (account) => daysOf(account, activity)),
    repliesToNewcomers: Float64Array.from(network.account, (account) =>
      replies.toNewcomers === undefined ? Number.NaN : replies.toNewcomers[account],
    ),
    medianReplyMinutes: Float64Array.from(network.account, valueIn(replies.medianMinutes)),
    linksShared: network.account.map(valueIn(links)),
  };
}

function valueIn(column: Int32Array | Float64Array): (account: number) => number {
  return (account) => column[account];
}

function daysOf(account: number, activity: Activity): number {
  const acts = activity.posts[account] + activity.reposts[account];
  const days = activity.activeDays[account];
  return days === 0 && acts > 0 ? Number.NaN : days;
}

interface OwnReplies {
  readonly toNewcomers: PerAccount<Int32Array> | undefined;
  readonly medianMinutes: PerAccount<Float64Array>;
}

function measureOwnReplies({ corpus, selection, firstPost }: ConductInput): OwnReplies {
  const accountCount = corpus.accounts.length;
  const toNewcomers = new Int32Array(accountCount);
  let isNewcomerTold = false;
  const owner: number[] = [];
  const minutes: number[] = [];
  for (const { from, person, post, time } of eachReply(corpus, selection)) {
    if (person === from) continue;
    if (person !== none && time - selection.first >= newcomerMs) isNewcomerTold = true;
    if (person !== none && isNewAt(time, firstPost[person], selection.first)) {
      toNewcomers[from] += 1;
    }
    const wait = post === none ? Number.NaN : waitForReply(selection.time[post], time);
    if (Number.isNaN(wait)) continue;
    owner.push(from);
    minutes.push(wait / minuteMs);
  }
  return {
    toNewcomers: isNewcomerTold ? toNewcomers : undefined,
    medianMinutes: mediansBy(owner, minutes, accountCount),
  };
}

/** The median of each owner's values; NaN for who has none. */
function mediansBy(
  owner: readonly number[],
  value: readonly number[],
  ownerCount: number,
): Float64Array {
  const byOwner = groupBy(owner, ownerCount);
  return Float64Array.from(
    { length: ownerCount },
    (_, one) =>
      median(Float64Array.from(rowColumns(byOwner, one), (at) => value[at])) ?? Number.NaN,
  );
}

function countLinksShared(corpus: Corpus, selection: Selection): Int32Array {
  const { author, links } = corpus.posts;
  const linkCount = corpus.links.length;
  const shared: number[] = [];
  for (let post = 0; post < corpus.posts.count; post += 1) {
    if (selection.origin[post] !== found || author[post] === none || isRepost(corpus, post))
      continue;
    for (let at = links.offsets[post]; at < links.offsets[post + 1]; at += 1) {
      shared.push(author[post] * linkCount + links.columns[at]);
    }
  }
  // Sorted, what somebody shares twice stands side by side.
  const sorted = Float64Array.from(shared).sort();
  const counts = new Int32Array(corpus.accounts.length);
  for (const [at, pair] of sorted.entries()) {
    if (at === 0 || pair !== sorted[at - 1]) counts[Math.floor(pair / linkCount)] += 1;
  }
  return counts;
}
