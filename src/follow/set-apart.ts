import type { InteractionTable } from "../model/interaction.js";
import { keepRows } from "../model/interaction.js";
import type { MutualCore } from "../model/mutual-core.js";
import type { TimeFrame } from "../model/recommendation.js";
import { collectEngagements, type Engagements } from "./engagements.js";
import { ageInBins } from "./time-frame.js";

/** Who came in a burst, by the account that they all talked to. */
export type Bursts = ReadonlyMap<number, ReadonlySet<number>>;

const fewestOutsiders = 5;

interface BurstInput {
  readonly interactions: InteractionTable;
  /** Of the same interactions. */
  readonly engagements: Engagements;
  readonly core: MutualCore;
  readonly frame: TimeFrame;
}

/** The same without what round-ups name and what came in bursts, and the bursts. O(interactions). */
export function setApart(
  input: BurstInput,
): Pick<BurstInput, "interactions" | "engagements"> & { readonly bursts: Bursts } {
  const { interactions, engagements, core } = input;
  const bursts = findBursts(input);
  if (bursts.size === 0 && !core.isRoundUp.includes(1)) {
    return { interactions, engagements, bursts };
  }
  const { source, target } = interactions;
  const kept = keepRows(
    interactions,
    (row) =>
      core.isRoundUp[source[row]] === 0 && bursts.get(target[row])?.has(source[row]) !== true,
  );
  return {
    interactions: kept,
    engagements: collectEngagements(kept, engagements.offsets.length - 1),
    bursts,
  };
}

/**
 * A burst is attention from people who are otherwise not part of the community: a pile-on is not fame. They are at least
 * five, most of all who talked to an account, and over half of them did so within one bin. No member of the core
 * engaged any of them, and they engaged no other member. There is none where the core vouches for nobody. O(pairs).
 */
function findBursts({ engagements, core, frame }: BurstInput): Bursts {
  const bursts = new Map<number, ReadonlySet<number>>();
  if (core.vouchersNeeded === 0) return bursts;
  const { offsets, columns: source, last, isConversation } = engagements;
  const membersMet = new Int32Array(core.isMember.length);
  const isKnown = core.isMember.slice();
  for (const account of isKnown.keys()) {
    for (let pair = offsets[account]; pair < offsets[account + 1]; pair += 1) {
      membersMet[source[pair]] += core.isMember[account];
      if (core.isMember[source[pair]] === 1) isKnown[account] = 1;
    }
  }
  for (const account of isKnown.keys()) {
    const outsiders = new Set<number>();
    const inBin = new Map<number, number>();
    let talkers = 0;
    for (let pair = offsets[account]; pair < offsets[account + 1]; pair += 1) {
      const person = source[pair];
      if (isConversation[pair] === 0) continue;
      talkers += 1;
      if (isKnown[person] === 1 || membersMet[person] > core.isMember[account]) continue;
      outsiders.add(person);
      const bin = Math.floor(ageInBins(last[pair], frame));
      inBin.set(bin, (inBin.get(bin) ?? 0) + 1);
    }
    const atOnce = Math.max(0, ...inBin.values());
    const isMost = outsiders.size * 2 > talkers && atOnce * 2 > outsiders.size;
    if (outsiders.size >= fewestOutsiders && isMost) bursts.set(account, outsiders);
  }
  return bursts;
}
