import type { Profile } from "../../model/account.js";
import { blueskyKey, parseBlueskyHandle, parseDid } from "../../model/bluesky-handle.js";
import type { AccountItem } from "../../model/item.js";
import { parseMastodonAddress } from "../../model/mastodon-address.js";
import { parseXHandle } from "../../model/x-handle.js";
import { webAddress } from "../../platform/web-address.js";
import { xAccountItem } from "../../platform/x/x-user.js";
import type { TablePlatform } from "./table-dialect.js";

/** Somebody as a table's cells name them. */
export interface WrittenPerson {
  readonly id: string | undefined;
  readonly name: string | undefined;
}

/** What a table's names mean: whose they are, and where a name without a host is at home. */
export interface NameScope {
  readonly platform: TablePlatform;
  readonly host: string | undefined;
  /** Within which ids of people and posts are unique, on Mastodon. */
  readonly idScope: string;
}

const xPage = /^https?:\/\/(?:www\.|mobile\.)?(?:twitter|x)\.com\/(?!i\/)@?(\w{1,50})(?:[/?#]|$)/iu;
const blueskyPage = /^https?:\/\/bsky\.app\/profile\/([^/?#\s]+)/iu;
const mastodonPage = /^https?:\/\/([^/\s]+)\/(?:@|users\/)([^/?#\s@]+)/iu;

/** Whose names these look like; `undefined` where they are no names of an account. */
export function platformOfName(written: string): TablePlatform | undefined {
  const name = written.replace(/^@/u, "");
  if (xPage.test(written)) return "x";
  if (blueskyPage.test(written) || parseDid(name) !== undefined) return "bluesky";
  if (mastodonPage.test(written)) return "mastodon";
  if (name.includes("@")) {
    return parseMastodonAddress(name, undefined, undefined) === undefined ? undefined : "mastodon";
  }
  if (name.includes(".")) return parseBlueskyHandle(name) === undefined ? undefined : "bluesky";
  return parseXHandle(name) === undefined ? undefined : "x";
}

/** The account item of somebody, whose key is the best reference to them; `undefined` where nobody is named. */
export function personItem(
  person: WrittenPerson,
  scope: NameScope,
  profile: Partial<Profile> = {},
  seenAt?: number,
): AccountItem | undefined {
  const platform = person.name === undefined ? undefined : platformOfName(person.name);
  const isBare =
    platform === "x" && scope.platform === "mastodon" && !xPage.test(person.name ?? "");
  switch (isBare ? "mastodon" : (platform ?? scope.platform)) {
    case "x":
      return xPerson(person, scope, profile, seenAt);
    case "mastodon":
      return mastodonPerson(person, scope, profile, seenAt);
    case "bluesky":
      return blueskyPerson(person, profile, seenAt);
  }
}

function xPerson(
  { id, name }: WrittenPerson,
  scope: NameScope,
  profile: Partial<Profile>,
  seenAt: number | undefined,
): AccountItem | undefined {
  const handle = parseXHandle(name === undefined ? undefined : (xPage.exec(name)?.[1] ?? name));
  const user = { id: scope.platform === "x" ? id : undefined, handle };
  const item = xAccountItem(user, undefined, seenAt);
  return item && { ...item, profile: { ...item.profile, ...profile } };
}

function mastodonPerson(
  { id, name }: WrittenPerson,
  { host, idScope }: NameScope,
  profile: Partial<Profile>,
  seenAt: number | undefined,
): AccountItem | undefined {
  const page = name === undefined ? null : mastodonPage.exec(name);
  const acct = page === null ? name?.replace(/^@/u, "") : `${page[2]}@${page[1]}`;
  const address = acct === undefined ? undefined : parseMastodonAddress(acct, undefined, host);
  const local = id === undefined ? undefined : `${idScope}#${id}`;
  if (address === undefined) {
    if (local === undefined) return undefined;
    return { type: "account", key: local, aliases: [], profile, retrievedAt: undefined, seenAt };
  }
  const { key, handle, server } = address;
  return {
    type: "account",
    key,
    aliases: local === undefined ? [] : [local],
    profile: { handle, server, url: webAddress(page === null ? undefined : name), ...profile },
    retrievedAt: undefined,
    seenAt,
  };
}

function blueskyPerson(
  { id, name }: WrittenPerson,
  profile: Partial<Profile>,
  seenAt: number | undefined,
): AccountItem | undefined {
  const named = name === undefined ? undefined : (blueskyPage.exec(name)?.[1] ?? name);
  const did = parseDid(id) ?? parseDid(named);
  const handle = parseBlueskyHandle(named);
  const key = blueskyKey(did, handle);
  if (key === undefined) return undefined;
  const alias = blueskyKey(undefined, handle);
  return {
    type: "account",
    key,
    aliases: alias === undefined || alias === key ? [] : [alias],
    profile: {
      handle,
      url: handle === undefined ? undefined : `https://bsky.app/profile/${handle}`,
      ...profile,
    },
    retrievedAt: undefined,
    seenAt,
  };
}
