import { none } from "../model/corpus.js";
import type { StarterRule } from "../model/recommendation.js";

/** Accounts by the order of each rule, best first. */
export type StarterOrders = Readonly<Record<StarterRule, Int32Array>>;

export interface StarterPlace {
  readonly account: number;
  readonly rule: StarterRule;
}

const slots: readonly StarterRule[] = [
  "attention",
  "attention",
  "talk",
  "attention",
  "attention",
  "help",
  "talk",
  "attention",
  "attention",
  "talk",
];
/** Among so many of the next candidates a community that is not on the list yet goes first. */
const lookAhead = 6;
/** In a small core the orders differ by chance more than by what they measure. */
const smallestCore = 100;

/**
 * Ten people for somebody who is new: most by attention, some by conversation, one who helps, and
 * from as many communities as the next candidates of each order allow. With fewer than 100 people
 * in the core it is the plain order. Nobody stands on it twice. O(slots · candidates).
 */
export function chooseStarterList(
  orders: StarterOrders,
  communityOf: Int32Array,
  coreSize: number,
): StarterPlace[] {
  if (coreSize < smallestCore) {
    return Array.from(orders.attention.slice(0, slots.length), (account) => ({
      account,
      rule: "attention",
    }));
  }
  const places: StarterPlace[] = [];
  const chosen = new Set<number>();
  const covered = new Set<number>();
  for (const slot of slots) {
    const next: number[] = [];
    for (const account of orders[slot]) {
      if (next.length === lookAhead) break;
      if (!chosen.has(account)) next.push(account);
    }
    const isNew = (account: number): boolean =>
      communityOf[account] !== none && !covered.has(communityOf[account]);
    const account = next.find(isNew) ?? next[0];
    if (account === undefined) continue;
    chosen.add(account);
    places.push({ account, rule: slot });
    covered.add(communityOf[account]);
  }
  return places;
}
