import { none } from "../model/corpus.js";

/** The orders that the slots of a starter list are filled from, best first; accounts. */
export interface StarterOrders {
  /** By attention: the default order. */
  readonly attention: Int32Array;
  /** By conversation. */
  readonly talk: Int32Array;
  /** By help to newcomers. */
  readonly help: Int32Array;
}

const slots: readonly (keyof StarterOrders)[] = [
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
): Int32Array {
  if (coreSize < smallestCore) return orders.attention.slice(0, slots.length);
  const chosen: number[] = [];
  const covered = new Set<number>();
  for (const slot of slots) {
    const next: number[] = [];
    for (const account of orders[slot]) {
      if (next.length === lookAhead) break;
      if (!chosen.includes(account)) next.push(account);
    }
    const isNew = (account: number): boolean =>
      communityOf[account] !== none && !covered.has(communityOf[account]);
    const account = next.find(isNew) ?? next[0];
    if (account === undefined) continue;
    chosen.push(account);
    covered.add(communityOf[account]);
  }
  return Int32Array.from(chosen);
}
