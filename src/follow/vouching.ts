import type { MutualCore } from "../model/mutual-core.js";
import type { NamedPeople } from "../model/recommendation.js";
import type { Engagements } from "./engagements.js";

interface Vouching {
  /** Different established members who engaged somebody. */
  readonly people: number;
  /** The same, where whoever only reposted or quoted counts half. */
  readonly strength: number;
}

const withoutTalking = 0.5;

/** How established members vouch for an account; `isVoucher` is one an account. O(people who engaged it). */
export function countVouching(
  account: number,
  engagements: Engagements,
  isVoucher: Uint8Array,
): Vouching {
  const { offsets, columns: source, isConversation } = engagements;
  let [people, strength] = [0, 0];
  for (let pair = offsets[account]; pair < offsets[account + 1]; pair += 1) {
    if (isVoucher[source[pair]] === 0) continue;
    people += 1;
    strength += isConversation[pair] === 1 ? 1 : withoutTalking;
  }
  return { people, strength };
}

/**
 * 1 an account that may stand in front of a list: a tenth of the established members engaged it, or somebody
 * named it by hand. Everybody else stands behind these, whatever their score. So attention that can be made up does not buy a place
 * in front: that takes a tenth of the people who cannot be made up. O(pairs).
 */
export function findFront(
  engagements: Engagements,
  core: MutualCore,
  { trusted, kept }: Pick<NamedPeople, "trusted" | "kept">,
): Uint8Array {
  const isInFront = new Uint8Array(core.isVoucher.length);
  for (const account of isInFront.keys()) {
    const { people } = countVouching(account, engagements, core.isVoucher);
    if (people >= core.vouchersInFront) isInFront[account] = 1;
  }
  for (const account of [...trusted, ...kept]) isInFront[account] = 1;
  return isInFront;
}

/** A score by which everybody in front stands before all others, and each group by its own score. */
export function putInFront(score: Float64Array, isInFront: Uint8Array): Float64Array {
  const above = 1 + score.reduce((most, one) => Math.max(most, one), 0);
  return score.map((one, account) => one + above * isInFront[account]);
}
