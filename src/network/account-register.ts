import {
  type Account,
  type AccountKey,
  type AccountReference,
  type Profile,
  unknownProfile,
} from "../model/account.js";
import { none, type Traces } from "../model/corpus.js";
import type { AccountItem } from "../model/item.js";
import { isMadeUpKey } from "../model/withheld-names.js";
import { linkDomain } from "../text/canonical-link.js";
import { bearers } from "./held-names.js";
import { startInterner } from "./interner.js";
import { type MergedProfile, startProfile } from "./merge-profiles.js";
import { compareKeys } from "./order-by-key.js";
import { startTellings } from "./tellings.js";

/** Accounts and what they are called, until everything is read and each reference is settled. */
export interface AccountRegister {
  add(item: AccountItem): void;
  /** The people whose pages are on the one host have names with the other. */
  noteHandleHost(pageHost: string, handleHost: string): void;
  /** A number for a reference, to be looked up when all is read. */
  numberOf(reference: AccountReference): number;
  /** The same for what is a key as it stands, whatever it looks like. */
  numberOfKey(key: AccountKey): number;
  /** `rename` gives a local id the name of its server, where that is known. */
  settle(rename?: (reference: AccountReference) => AccountReference): SettledAccounts;
}

export interface SettledAccounts {
  /** By key. */
  readonly accounts: readonly Account[];
  /** From a reference's number to an index into `accounts`; `none` where nobody is known. */
  readonly accountOf: Int32Array;
  /** What else leads to those accounts that are marked; see `Traces`. */
  tracesOf(isWanted: Uint8Array): Map<number, TracesFound>;
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
  const tellings = startTellings();
  const aliases = new Map<AccountReference, Alias>();
  /** From keys by the host of a page to keys by the host of a name. */
  const pageKeys = new Map<AccountReference, Alias>();
  /** The same for all people of a server, by what it says of itself. */
  const handleHosts = new Map<string, string>();
  /** Keys that somebody has told as they are, rather than by a page. */
  const namedKeys = new Set<AccountReference>();
  /** Keys that hold the sign of a local id and are none. */
  const wholeKeys = new Set<AccountReference>();

  const keyByName = (key: AccountReference): AccountReference => {
    if (namedKeys.has(key)) return key;
    const at = key.lastIndexOf("@");
    const host = handleHosts.get(key.slice(at + 1));
    return pageKeys.get(key)?.key ?? (host === undefined ? key : key.slice(0, at + 1) + host);
  };

  const settledKey = (
    reference: AccountReference,
    aliases: ReadonlyMap<AccountReference, Alias>,
  ): AccountReference | undefined => {
    const alias = aliases.get(reference);
    if (isLocalId(reference) && !wholeKeys.has(reference)) {
      return alias === undefined || alias.isAmbiguous ? undefined : keyByName(alias.key);
    }
    return keyByName(alias?.key ?? reference);
  };

  return {
    add(item) {
      if (tellings.isKnown(item)) return;
      references.idOf(item.key);
      if (item.isNode === true && isLocalId(item.key)) wholeKeys.add(item.key);
      let profile = profiles.get(item.key);
      if (profile === undefined) {
        profile = startProfile();
        profiles.set(item.key, profile);
      }
      profile.add(item);
      const time = item.retrievedAt ?? item.seenAt ?? -Infinity;
      if (item.pageKey !== undefined) {
        pageKeys.set(item.pageKey, betterAlias(pageKeys.get(item.pageKey), item.key, time));
      }
      if (item.localTo === undefined) namedKeys.add(item.key);
      for (const alias of item.aliases) {
        if (alias !== item.key) aliases.set(alias, betterAlias(aliases.get(alias), item.key, time));
      }
    },
    noteHandleHost(pageHost, handleHost) {
      const known = handleHosts.get(pageHost);
      if (known === undefined || handleHost < known) handleHosts.set(pageHost, handleHost);
    },
    numberOf: (reference) => references.idOf(reference),
    numberOfKey(key) {
      if (isLocalId(key)) wholeKeys.add(key);
      return references.idOf(key);
    },
    settle(rename = (reference) => reference) {
      const known = renamed(aliases, rename, keyByName);
      const keys = references.strings.map((reference) => settledKey(rename(reference), known));
      const different = [...new Set(keys.flatMap((key) => key ?? []))];
      const sorted = different.some(isMadeUpKey) ? different.sort(compareKeys) : different.sort();
      const indexOf = new Map(sorted.map((key, index) => [key, index]));
      const pageKeyed = new Set<AccountKey>();
      // Nobody has told anything of most people of a network without posts.
      const merged = sorted.map((key) => profiles.get(key));
      for (const [reference, profile] of profiles) {
        const key = settledKey(reference, known);
        const index = key === undefined ? undefined : indexOf.get(key);
        if (index === undefined || key === reference) continue;
        if (keyByName(reference) === key) pageKeyed.add(sorted[index]);
        merged[index] ??= startProfile();
        merged[index].absorb(profile);
      }
      return {
        accounts: sorted.map((key, index) => ({
          key,
          ...withHandle(key, merged[index]),
          ...(pageKeyed.has(key) ? { server: key.slice(key.indexOf("@") + 1) } : {}),
        })),
        accountOf: Int32Array.from(keys, (key) =>
          key === undefined ? none : (indexOf.get(key) ?? none),
        ),
        tracesOf: (isWanted) => {
          const found = new Map<number, TracesFound>();
          for (const [index, profile] of merged.entries()) {
            if (isWanted[index] === 1) found.set(index, startTraces(profile));
          }
          if (found.size === 0) return found;
          const counts = countSites(merged);
          for (const [index, traces] of found) {
            const sites = merged[index]?.traces?.sites ?? [];
            traces.sites.push(...[...sites].filter((site) => isOneOwners(site, counts)).sort());
          }
          for (const [reference, { key }] of aliases) {
            const traces = found.get(indexOf.get(aliases.get(key)?.key ?? key) ?? none);
            if (traces === undefined) continue;
            if (isLocalId(reference)) traces.ids.push(reference.slice(reference.indexOf("#") + 1));
            else if (reference.startsWith("x:@")) traces.names.push(reference.slice(3));
          }
          return found;
        },
      };
    },
  };
}

type TracesFound = { [Kind in keyof Traces]: string[] };

function startTraces(merged: MergedProfile | undefined): TracesFound {
  const { names = [], pages = [], ids = [] } = merged?.traces ?? {};
  return { names: [...names], pages: [...pages], sites: [], ids: [...ids] };
}

/** How many profiles lead to each host, and to each page. */
function countSites(merged: readonly (MergedProfile | undefined)[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const profile of merged) {
    const sites = profile?.traces?.sites;
    if (sites === undefined) continue;
    for (const place of new Set([...sites].flatMap((site) => [site, linkDomain(site)]))) {
      counts.set(place, (counts.get(place) ?? 0) + 1);
    }
  }
  return counts;
}

/** A host that several people name is everybody's, and a page below one that as many name as a word. */
function isOneOwners(site: string, counts: ReadonlyMap<string, number>): boolean {
  const isHost = !/^https?:\/\/[^/]+\/[^?#]/iu.test(site);
  return isHost ? counts.get(linkDomain(site)) === 1 : (counts.get(site) ?? 0) < bearers;
}

/** An id that only one server, or one input, knows. */
function isLocalId(reference: AccountReference): boolean {
  return reference.includes("#");
}

/** Aliases under the names that local ids have when all is read; of one account they are one. */
function renamed(
  aliases: ReadonlyMap<AccountReference, Alias>,
  rename: (reference: AccountReference) => AccountReference,
  keyByName: (key: AccountReference) => AccountReference,
): ReadonlyMap<AccountReference, Alias> {
  const known = new Map<AccountReference, Alias>();
  for (const [reference, alias] of aliases) {
    const name = rename(reference);
    const other = known.get(name);
    const key = keyByName(alias.key);
    if (other === undefined) known.set(name, { ...alias, key });
    else {
      const better = betterAlias(other, key, alias.time);
      known.set(name, { ...better, isAmbiguous: better.isAmbiguous || alias.isAmbiguous });
    }
  }
  return known;
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

/** Somebody of whom X or Bluesky never told more than the handle still has that. */
function withHandle(key: string, merged: MergedProfile | undefined): Profile {
  const profile = merged?.profile ?? unknownProfile;
  const handle = /^(?:x|bsky):@(.*)$/u.exec(key)?.[1];
  return profile.handle !== undefined || handle === undefined ? profile : { ...profile, handle };
}
