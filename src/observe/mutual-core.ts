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
/** Of established members, this share must have engaged whoever stands in front, and this many at least. */
const shareInFront = 0.05;
const fewestInFront = 4;

/** On so many days somebody must have taken part to be established, where the posts last long enough. */
const establishedDays = 3;
/** So many groups must have engaged somebody for their word to count, where there are as many. */
const groupsNeeded = 2;

/**
 * The mutual core, and who of it is established. Members belong to the main body of the network (`findMainBody`), and an
 * established member has engaged them. Established is whoever took part on three days (fewer where
 * the posts last under twelve), and was engaged by members of two groups of the body. So nobody makes others established by what
 * they say alone, and a ring that only knows itself is not the core, however dense.
 */
export function findMutualCore(network: Network, activity: Activity): MutualCore {
  const isRoundUp = findRoundUps(network, activity);
  const strength = measureTrustedTies(network, isRoundUp);
  const body = findMainBody(network, strength);
  const days = daysToBeEstablished(activity);
  const establishedIn = ({ groupOf, groupCount }: MainBody): Uint8Array => {
    const groups = countGroupsThatEngage(network, strength, groupOf, groupCount);
    const enough = Math.min(groupsNeeded, groupCount);
    return Uint8Array.from(network.account, (account, node) =>
      groupOf[node] !== none && groups[node] >= enough && activity.activeDays[account] >= days
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
  const inFront = Math.max(fewestInFront, Math.ceil(vouchers * shareInFront));
  return {
    isMember,
    isVoucher,
    size,
    isRoundUp: byAccount(isRoundUp),
    vouchers,
    vouchersNeeded: problem === undefined ? vouchersNeeded : 0,
    vouchersInFront: problem === undefined ? inFront : 0,
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

/** From how many groups of the body somebody engaged each node. */
function countGroupsThatEngage(
  { nodeCount, tieCount, source, target }: Network,
  strength: Float64Array,
  groupOf: Int32Array,
  groupCount: number,
): Int32Array {
  const groups = new Int32Array(nodeCount);
  const met = new Set<number>();
  for (let tie = 0; tie < tieCount; tie += 1) {
    const from = groupOf[source[tie]];
    const pair = target[tie] * groupCount + from;
    if (strength[tie] === 0 || from === none || source[tie] === target[tie] || met.has(pair))
      continue;
    met.add(pair);
    groups[target[tie]] += 1;
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
