import type { Activity } from "../model/activity.js";
import { none } from "../model/corpus.js";
import { dayMs } from "../model/durations.js";
import type { MutualCore } from "../model/mutual-core.js";
import type { Network } from "../model/network.js";
import { findMainBody, type MainBody } from "./main-body.js";
import { findRoundUps, measureTrustedTies } from "./trusted-ties.js";

/** Below so many members, or so many whose word counts, the core says nothing of anybody. */
const smallestCore = 20;
/** Of established authors: a smaller core is a clique among them, not their middle. */
const smallestShareOfAuthors = 0.1;
/** So many established members must have talked with a person; one who only reposted counts half. */
const vouchersNeeded = 2;

/** On so many days somebody must have taken part to be established, where the posts last long enough. */
const establishedDays = 3;

/** What a person can give others in all as support; nobody gives one other more than 1. */
const supportToGive = 10;
/** So many groups of the body must support somebody for their word to count, each by so much; one, where there is but one. */
const groupsNeeded = 2;
const supportNeeded = 0.5;

/**
 * The mutual core, and who of it is established. Members belong to the main body of the network (`findMainBody`), and an
 * established member has engaged them. Established is whoever took part on three days (fewer where
 * the posts last under twelve), and whom two groups of the body support. So nobody makes others established by what
 * they say alone, and a ring that only knows itself is not the core, however dense.
 */
export function findMutualCore(network: Network, activity: Activity): MutualCore {
  const isRoundUp = findRoundUps(network, activity);
  const strength = measureTrustedTies(network, isRoundUp);
  const body = findMainBody(network, strength);
  const days = daysToBeEstablished(activity);
  const establishedIn = (within: MainBody): Uint8Array => {
    const groups = countSupportingGroups(network, strength, within);
    const enough = Math.min(groupsNeeded, within.groupCount);
    return Uint8Array.from(network.account, (account, node) =>
      within.groupOf[node] !== none &&
      groups[node] >= enough &&
      activity.activeDays[account] >= days
        ? 1
        : 0,
    );
  };
  const ofAll = establishedIn(body);
  // A crowd that comes for a day may draw the groups so that hardly anybody is engaged from two.
  const isEstablished =
    count(ofAll) >= smallestCore
      ? ofAll
      : establishedIn(
          findMainBody(network, amongLasting(network, strength, { activity, days })),
        ).map((one, node) => Math.max(one, ofAll[node]));
  const byAccount = (isOne: Uint8Array): Uint8Array => {
    const spread = new Uint8Array(activity.posts.length);
    for (const [node, account] of network.account.entries()) spread[account] = isOne[node];
    return spread;
  };
  const isVoucher = byAccount(isEstablished);
  const isMember = isVoucher.slice();
  for (let tie = 0; tie < network.tieCount; tie += 1) {
    const to = network.target[tie];
    if (
      strength[tie] > 0 &&
      body.groupOf[to] !== none &&
      isEstablished[network.source[tie]] === 1
    ) {
      isMember[network.account[to]] = 1;
    }
  }
  const size = count(isMember);
  const vouchers = count(isVoucher);
  const authors = activity.activeDays.filter(
    (active, account) => active >= days && activity.posts[account] + activity.reposts[account] > 0,
  ).length;
  const problem = coreProblem(size, vouchers, authors);
  return {
    isMember,
    isVoucher,
    size,
    isRoundUp: byAccount(isRoundUp),
    vouchers,
    vouchersNeeded: problem === undefined ? vouchersNeeded : 0,
    warning:
      problem === undefined
        ? undefined
        : `${problem}: it vouches for nobody, so look at each person yourself`,
  };
}

/** The same, but 0 for ties with somebody who took part on too few days. */
function amongLasting(
  { source, target, account }: Network,
  strength: Float64Array,
  { activity, days }: { readonly activity: Activity; readonly days: number },
): Float64Array {
  const isLasting = account.map((of) => (activity.activeDays[of] >= days ? 1 : 0));
  return strength.map((one, tie) => one * isLasting[source[tie]] * isLasting[target[tie]]);
}

function count(isOne: Uint8Array): number {
  return isOne.reduce((sum, one) => sum + one, 0);
}

/** A quarter of the days that posts last, at most three; 0 where no post has a time. */
function daysToBeEstablished({ firstPost, lastPost }: Activity): number {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [account, time] of firstPost.entries()) {
    if (Number.isNaN(time)) continue;
    first = Math.min(first, time);
    last = Math.max(last, lastPost[account]);
  }
  if (first > last) return 0;
  return Math.min(establishedDays, Math.max(1, Math.floor((last - first) / dayMs / 4)));
}

/**
 * From how many groups of the body each node has support. Whoever engages many supports each of them less, so one who thanks
 * everybody makes nobody established.
 */
function countSupportingGroups(
  { nodeCount, source, target }: Network,
  strength: Float64Array,
  { groupOf, groupCount }: MainBody,
): Int32Array {
  const ties = [...strength.keys()].filter(
    (tie) => strength[tie] > 0 && groupOf[source[tie]] !== none && source[tie] !== target[tie],
  );
  const given = new Float64Array(nodeCount);
  for (const tie of ties) given[source[tie]] += strength[tie];
  const support = new Map<number, number>();
  for (const tie of ties) {
    const pair = target[tie] * groupCount + groupOf[source[tie]];
    const more = strength[tie] * Math.min(1, supportToGive / given[source[tie]]);
    support.set(pair, (support.get(pair) ?? 0) + more);
  }
  const groups = new Int32Array(nodeCount);
  for (const [pair, sum] of support) {
    if (sum >= supportNeeded) groups[Math.floor(pair / groupCount)] += 1;
  }
  return groups;
}

function coreProblem(size: number, vouchers: number, authors: number): string | undefined {
  const core = `the mutual core has ${size} member${size === 1 ? "" : "s"}`;
  if (size < smallestCore) return `${core}, fewer than ${smallestCore}`;
  if (vouchers < smallestCore) {
    return `${core}, of whom ${vouchers}, fewer than ${smallestCore}, are established`;
  }
  if (size < authors * smallestShareOfAuthors) {
    return `${core}, under a tenth of the ${authors} who post on several days`;
  }
  return undefined;
}
