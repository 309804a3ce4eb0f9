import type { Activity } from "../model/activity.js";
import type { Network } from "../model/network.js";

const fewestNamed = 20;
const namedPerPost = 2;
const mostAnswered = 0.1;

/** A repost passes on what somebody said; a reply or mention speaks to them. */
const repostStrength = 0.5;

/**
 * How much each tie of a network says of the person whom it reaches: 1 where they were spoken to, half where they
 * were only reposted or quoted, 0 for a follow, which costs nothing, and for all that a round-up names (`isRoundUp`, one a node). O(ties).
 */
export function measureTrustedTies(network: Network, isRoundUp: Uint8Array): Float64Array {
  const { tieCount, source, weightByKind } = network;
  const { repost, reply, quote, mention } = weightByKind;
  return Float64Array.from({ length: tieCount }, (_, tie) => {
    if (isRoundUp[source[tie]] === 1) return 0;
    if (reply[tie] + mention[tie] > 0) return 1;
    return repost[tie] + quote[tie] > 0 ? repostStrength : 0;
  });
}

/**
 * Round-ups and digests, one a node: they name 20 people or more, two or more to a post that speaks to anybody, and
 * fewer than a tenth of these ever speak to them.
 */
export function findRoundUps(network: Network, activity: Activity): Uint8Array {
  const { nodeCount, tieCount, source, target, account, weightByKind } = network;
  const { reply, mention } = weightByKind;
  const named = new Int32Array(nodeCount);
  const answered = new Int32Array(nodeCount);
  const spoken = new Set<number>();
  for (let tie = 0; tie < tieCount; tie += 1) {
    if (reply[tie] + mention[tie] === 0) continue;
    named[source[tie]] += 1;
    spoken.add(source[tie] * nodeCount + target[tie]);
  }
  for (const pair of spoken) {
    const from = Math.floor(pair / nodeCount);
    if (named[from] < fewestNamed) continue;
    if (spoken.has((pair % nodeCount) * nodeCount + from)) answered[from] += 1;
  }
  return Uint8Array.from(named, (people, node) =>
    people >= fewestNamed &&
    people >= namedPerPost * activity.conversationPosts[account[node]] &&
    answered[node] < people * mostAnswered
      ? 1
      : 0,
  );
}
