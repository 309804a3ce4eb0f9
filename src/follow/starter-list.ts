import { none } from "../model/corpus.js";

/** How many people the starter list names. */
export const starterLength = 10;

/** With more, whom people choose is lost; with fewer, few communities are won (docs/validating.md). */
const usualLookAhead = 3;

/**
 * The same people with ten in front who stand for more communities: of the next three, the first one goes ahead whose
 * community is not there yet. The others follow in their order. O(people).
 */
export function spreadOverCommunities(
  order: Int32Array,
  communityOf: Int32Array,
  lookAhead = usualLookAhead,
): Int32Array {
  const next = Array.from(order.subarray(0, starterLength + lookAhead));
  const front: number[] = [];
  const covered = new Set<number>([none]);
  while (front.length < starterLength && next.length > 0) {
    const isNew = (account: number): boolean => !covered.has(communityOf[account]);
    const at = Math.max(0, next.slice(0, lookAhead).findIndex(isNew));
    const [account] = next.splice(at, 1);
    front.push(account);
    covered.add(communityOf[account]);
  }
  return Int32Array.from([...front, ...next, ...order.subarray(starterLength + lookAhead)]);
}
