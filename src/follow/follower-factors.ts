import type { Account } from "../model/account.js";

/**
 * By what each account's reach is multiplied for the order of whom people choose to follow: the root of 1 and its
 * followers. Where these are not known, the median of those that are. `undefined` where nobody's are.
 * O(accounts log accounts).
 */
export function followerFactors(accounts: readonly Account[]): Float64Array | undefined {
  const known = Float64Array.from(accounts.flatMap(({ followers }) => followers ?? [])).sort();
  if (known.length === 0) return undefined;
  const median = known[Math.floor(known.length / 2)];
  return Float64Array.from(accounts, ({ followers = median }) => Math.sqrt(1 + followers));
}
