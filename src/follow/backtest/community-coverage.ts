import type { RankedPeople } from "../ranked-people.js";
import { chanceOfNone } from "./ranking-quality.js";

const listLength = 10;

/**
 * How much of a network its first ten people stand for: of everybody in a community, the share
 * whose community has one of them among its members; 0 where there are no communities. Where people
 * share the last places, the mean over all orders of these. `community` is one an account, -1 for
 * none; people of `skip` take no place. O(accounts).
 */
export function coverCommunities(
  order: RankedPeople,
  community: Int32Array,
  skip?: ReadonlySet<number>,
): number {
  /** For each community met, the chance that it has nobody among the first ten. */
  const missed = new Map<number, number>();
  let places = 0;
  for (let start = 0; start < order.people.length && places < listLength; ) {
    const end = order.tieEnd[start];
    const tied = order.people.subarray(start, end).filter((account) => skip?.has(account) !== true);
    const drawn = Math.min(tied.length, listLength - places);
    const members = new Map<number, number>();
    for (const account of tied) {
      members.set(community[account], (members.get(community[account]) ?? 0) + 1);
    }
    for (const [of, right] of members) {
      const none = chanceOfNone({ drawn, of: tied.length, right });
      missed.set(of, (missed.get(of) ?? 1) * none);
    }
    places += drawn;
    start = end;
  }
  let people = 0;
  let reached = 0;
  for (const of of community) {
    if (of < 0) continue;
    people += 1;
    reached += 1 - (missed.get(of) ?? 1);
  }
  return people === 0 ? 0 : reached / people;
}
