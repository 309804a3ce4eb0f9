import type { Account } from "../model/account.js";

/**
 * By what each account's reach is multiplied for the order of whom people choose to follow: the root of 1 and its
 * followers. Where these are not known, the median of those of `candidates`, indices of accounts; of others, such as
 * people who may not be named, a file may tell less. `undefined` where nobody's are known among them.
 * O(accounts + candidates log candidates).
 */
export function followerFactors(
  accounts: readonly Account[],
  candidates: Int32Array,
): Float64Array | undefined {
  const known = Float64Array.from(
    [...candidates].flatMap((account) => accounts[account].followers ?? []),
  ).sort();
  if (known.length === 0) return undefined;
  const median = known[Math.floor(known.length / 2)];
  return Float64Array.from(accounts, ({ followers = median }) => Math.sqrt(1 + followers));
}
