import {
  type Account,
  type AccountKey,
  type AccountReference,
  type Profile,
  unknownProfile,
} from "../model/account.js";
import { none } from "../model/corpus.js";
import type { AccountItem } from "../model/item.js";
import { startInterner } from "./interner.js";
import { type MergedProfile, startProfile } from "./merge-profiles.js";

/** Accounts and what they are called, until everything is read and each reference is settled. */
export interface AccountRegister {
  add(item: AccountItem): void;
  /** A number for a reference, to be looked up when all is read. */
  numberOf(reference: AccountReference): number;
  /** The same for what is a key as it stands, whatever it looks like. */
  numberOfKey(key: AccountKey): number;
  settle(): SettledAccounts;
}

export interface SettledAccounts {
  /** By key. */
  readonly accounts: readonly Account[];
  /** From a reference's number to an index into `accounts`; `none` where nobody is known. */
  readonly accountOf: Int32Array;
}

interface Alias {
  readonly key: AccountReference;
  /** The last at which it is known to be this one's. */
  time: number;
  readonly isAmbiguous: boolean;
}

/** An empty register. */
export function startAccountRegister(): AccountRegister {
  const references = startInterner();
  const profiles = new Map<AccountReference, MergedProfile>();
  const aliases = new Map<AccountReference, Alias>();
  /** Keys that hold the sign of a local id and are none. */
  const wholeKeys = new Set<AccountReference>();

  const settledKey = (reference: AccountReference): AccountReference | undefined => {
    const alias = aliases.get(reference);
    if (isLocalId(reference) && !wholeKeys.has(reference)) {
      return alias === undefined || alias.isAmbiguous ? undefined : alias.key;
    }
    return alias?.key ?? reference;
  };

  return {
    add(item) {
      references.idOf(item.key);
      if (item.isNode === true && isLocalId(item.key)) wholeKeys.add(item.key);
      let profile = profiles.get(item.key);
      if (profile === undefined) {
        profile = startProfile();
        profiles.set(item.key, profile);
      }
      profile.add(item);
      const time = item.retrievedAt ?? item.seenAt ?? -Infinity;
      for (const alias of item.aliases) {
        if (alias !== item.key) aliases.set(alias, betterAlias(aliases.get(alias), item.key, time));
      }
    },
    numberOf: (reference) => references.idOf(reference),
    numberOfKey(key) {
      if (isLocalId(key)) wholeKeys.add(key);
      return references.idOf(key);
    },
    settle() {
      const keys = references.strings.map(settledKey);
      const sorted = [...new Set(keys.flatMap((key) => key ?? []))].sort();
      const indexOf = new Map(sorted.map((key, index) => [key, index]));
      // Nobody has told anything of most people of a network without posts.
      const merged = sorted.map((key) => profiles.get(key));
      for (const [reference, profile] of profiles) {
        const key = settledKey(reference);
        const index = key === undefined ? undefined : indexOf.get(key);
        if (index === undefined || key === reference) continue;
        merged[index] ??= startProfile();
        merged[index].absorb(profile);
      }
      return {
        accounts: sorted.map((key, index) => ({ key, ...withHandle(key, merged[index]) })),
        accountOf: Int32Array.from(keys, (key) =>
          key === undefined ? none : (indexOf.get(key) ?? none),
        ),
      };
    },
  };
}

/** An id that only one server, or one input, knows. */
function isLocalId(reference: AccountReference): boolean {
  return reference.includes("#");
}

/** A handle that has passed on belongs to who had it last; a local id never passes on. */
function betterAlias(known: Alias | undefined, key: AccountReference, time: number): Alias {
  if (known === undefined) return { key, time, isAmbiguous: false };
  if (known.key === key) {
    known.time = Math.max(known.time, time);
    return known;
  }
  const isNewer = time > known.time || (time === known.time && key < known.key);
  return isNewer ? { key, time, isAmbiguous: true } : { ...known, isAmbiguous: true };
}

/** Somebody of whom X never told more than the handle still has that. */
function withHandle(key: string, merged: MergedProfile | undefined): Profile {
  const profile = merged?.profile ?? unknownProfile;
  if (profile.handle !== undefined || !key.startsWith("x:@")) return profile;
  return { ...profile, handle: key.slice("x:@".length) };
}
