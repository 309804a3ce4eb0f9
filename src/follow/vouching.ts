import type { Activity } from "../model/activity.js";
import type { MutualCore } from "../model/mutual-core.js";
import type { PerAccount } from "../model/per-index.js";
import type { NamedPeople, TimeFrame } from "../model/recommendation.js";
import type { Engagements } from "./engagements.js";
import { ageInBins } from "./time-frame.js";

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

/** How well people stand with the established members of a community. */
export interface Standing {
  /** Different established members who engaged each account; whoever was named by hand has all of them. */
  readonly vouching: PerAccount<Uint16Array>;
  /** How many of them whoever stands in front of a list needs; 0 where the core vouches for nobody. */
  readonly inFront: Readonly<Record<WhoVouches, number>>;
}

/** A tenth of everybody who is established, or a tenth of those who took part lately. */
type WhoVouches = "all" | "lately";

const shareInFront = 0.1;
const fewestInFront = 4;
const latelyBins = 2;

interface StandingInput {
  readonly engagements: Engagements;
  readonly core: MutualCore;
  readonly activity: Activity;
  readonly frame: TimeFrame;
  readonly named: Pick<NamedPeople, "trusted" | "kept">;
}

/** In front stands whoever was engaged by a tenth of the established members, four at least. O(pairs). */
export function findStanding(input: StandingInput): Standing {
  const { engagements, core, activity, frame, named } = input;
  const vouching = Uint16Array.from(
    core.isVoucher,
    (_, account) => countVouching(account, engagements, core.isVoucher).people,
  );
  for (const account of [...named.trusted, ...named.kept]) vouching[account] = core.vouchers;
  const lately = core.isVoucher.filter(
    (isOne, account) => isOne === 1 && ageInBins(activity.lastPost[account], frame) < latelyBins,
  ).length;
  const aTenth = (of: number): number =>
    core.vouchersNeeded === 0 ? 0 : Math.max(fewestInFront, Math.ceil(of * shareInFront));
  return {
    vouching,
    inFront: { all: aTenth(core.vouchers), lately: aTenth(lately) },
  };
}

/**
 * A score that orders people by how many vouch for them, up to those who stand in front, and then by their own score. So attention
 * that can be made up buys no place: that takes people who cannot be made up, a tenth of them or as many as vouch for whoever
 * has the place.
 */
export function byStanding(
  score: Float64Array,
  { vouching, inFront }: Standing,
  who: WhoVouches,
): Float64Array {
  const above = 1 + score.reduce((most, one) => Math.max(most, one), 0);
  return score.map((one, account) => one + above * Math.min(vouching[account], inFront[who]));
}

/** Where nobody is asked to vouch for anybody. */
export function withoutStanding(accountCount: number): Standing {
  return { vouching: new Uint16Array(accountCount), inFront: { all: 0, lately: 0 } };
}
