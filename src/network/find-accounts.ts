import type { Account } from "../model/account.js";

export interface FoundAccounts {
  /** Indices into the accounts, ascending, each once. */
  readonly accounts: readonly number[];
  /** Names that nobody here goes by. */
  readonly unknown: readonly string[];
}

/**
 * Who is meant by names: a key (`user@host`, `x:<id>`), or a bare handle, which is whoever goes by
 * it on X, or else the one person of that handle on any server. Case does not matter.
 */
export function findAccounts(
  accounts: readonly Account[],
  names: readonly string[],
): FoundAccounts {
  // Of half a million people the indices take seconds.
  if (names.length === 0) return { accounts: [], unknown: [] };
  const byKey = new Map(accounts.map((account, index) => [account.key, index]));
  const byHandle = new Map<string, number[]>();
  for (const [index, { handle }] of accounts.entries()) {
    if (handle === undefined) continue;
    const name = handle.toLowerCase();
    const bearers = byHandle.get(name);
    if (bearers === undefined) byHandle.set(name, [index]);
    else bearers.push(index);
  }
  const found = new Set<number>();
  const unknown: string[] = [];
  for (const name of names) {
    const lower = name.toLowerCase();
    const bearers = byHandle.get(lower) ?? [];
    const onX = bearers.find((index) => accounts[index].key.startsWith("x:"));
    const only = bearers.length === 1 ? bearers[0] : undefined;
    const index = byKey.get(lower) ?? onX ?? only;
    if (index === undefined) unknown.push(name);
    else found.add(index);
  }
  return { accounts: [...found].sort((a, b) => a - b), unknown };
}
