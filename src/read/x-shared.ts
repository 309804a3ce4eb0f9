import { z } from "zod";
import type { AccountItem, Item, PostItem, PostRole, Relation } from "../model/item.js";
import { xKey } from "../model/x-handle.js";
import { isDigest } from "./digest-text.js";
import { isRecord, type RecordReading, skippedRecord } from "./input-format.js";
import { lenientList, lenientObject, optionalText } from "./lenient.js";
import { hasOptOutTag } from "./opt-out-tag.js";
import { readsLikeOrganisation } from "./organisation-profile.js";
import { placesInProfile } from "./places-in-profile.js";
import { readWords, unescapeText } from "./read-words.js";
import { stopWordsOf } from "./stop-words.js";
import { webAddress } from "./web-address.js";

/*
 * What X's formats have in common once their fields are parsed. Each of them says the same in
 * other keys; a reader turns its rows into these and leaves the rest to `xItems`.
 */

const linksSchema = lenientObject(
  z.object({ urls: lenientList(z.object({ expanded_url: optionalText })) }),
);

/** The links of a profile, as both interfaces of X tell them: its own, and those of its bio. */
export const profileEntities = lenientObject(
  z.object({ url: linksSchema, description: linksSchema }),
);

/** Where a profile leads; `undefined` where it tells nothing. */
export function profileSites(entities: z.output<typeof profileEntities>): string[] | undefined {
  const links = [entities?.url, entities?.description].flatMap((part) => part?.urls ?? []);
  const sites = links.flatMap(({ expanded_url }) => webAddress(expanded_url) ?? []);
  return sites.length === 0 ? undefined : sites;
}

/** Whoever is named: at least an id or a handle, else nobody. */
export interface XUser {
  readonly id: string | undefined;
  readonly handle: string | undefined;
  readonly name?: string | undefined;
  readonly bio?: string | undefined;
  /** Where the profile leads. */
  readonly sites?: readonly string[] | undefined;
  readonly isProtected?: boolean | undefined;
  /** Suspended or deleted; `false` where X itself still gave out the profile. */
  readonly isGone?: boolean | undefined;
  readonly followers?: number | undefined;
  readonly following?: number | undefined;
}

/** A post that another one answers, reposts or quotes. */
export interface XReferencedPost {
  readonly id: string | undefined;
  readonly author: XUser | undefined;
  /** The post itself, where it came along. */
  readonly post: XPost | undefined;
}

export interface XPost {
  readonly id: string;
  /** See `PostItem.hasRoundedKey`. */
  readonly hasRoundedId?: boolean | undefined;
  /** The ids of all versions of an edited post, the first one first. */
  readonly editIds?: readonly string[] | undefined;
  readonly author: XUser;
  readonly time: number | undefined;
  readonly url: string | undefined;
  readonly text: string | undefined;
  /** Of the text, by ISO 639-1; `und` and the like where X has not found it out. */
  readonly language: string | undefined;
  readonly tags: readonly string[];
  readonly links: readonly string[];
  readonly mentions: readonly XUser[];
  readonly reply: XReferencedPost | undefined;
  readonly repost: XReferencedPost | undefined;
  readonly quote: XReferencedPost | undefined;
}

export interface XReading {
  readonly role: PostRole;
  readonly retrievedAt: number | undefined;
}

/** A post as a row tells it; one of a protected account must not be seen. */
export function readXPost(
  post: XPost,
  reading: XReading,
  unknownKeys: readonly string[] = [],
): RecordReading {
  if (post.author.isProtected === true) {
    return {
      ...skippedRecord("not public (protected account)"),
      items: xRefusal(post.author, reading),
    };
  }
  const remarks = post.hasRoundedId === true ? [roundedIdRemark] : [];
  return { items: xItems(post, reading), skipped: [], remarks, unknownKeys };
}

const roundedIdRemark = "an id that was rounded before the file was written";

/** A whole number of any length; one that was rounded stays a number. See `parseJson`. */
export const xId = z
  .union([
    z.string().regex(/^(?!\d+(?:[.,]\d+)?e\+?\d+$).+$/iu),
    z.int().nonnegative().transform(String),
    z.number().gt(2 ** 53),
  ])
  .nullish()
  .catch(undefined)
  .transform((id) => id ?? undefined);

/** The best of the ids that are told: a rounded one only where there is no other. */
export function wholeId(...ids: readonly (string | number | undefined)[]): string | undefined {
  const whole = ids.find((id) => typeof id === "string");
  const rounded = ids.find((id) => id !== undefined);
  return whole ?? (rounded === undefined ? undefined : String(rounded));
}

/** An account's id beside its handle, which is of one person where a rounded id may be of two. */
export function userId(
  handle: string | undefined,
  ...ids: readonly (string | number | undefined)[]
): string | undefined {
  const id = wholeId(...ids);
  return handle !== undefined && ids.every((told) => typeof told !== "string") ? undefined : id;
}

/** The ids of an edited post's versions, wherever a source keeps them in what it tells of edits. */
export function editIdsIn(told: unknown): readonly string[] | undefined {
  if (!isRecord(told)) return undefined;
  for (const [key, value] of Object.entries(told)) {
    const isList = /^edit_?tweet_?ids$/iu.test(key) && Array.isArray(value);
    const ids = isList ? value.filter((id) => typeof id === "string") : editIdsIn(value);
    if (ids !== undefined) return ids;
  }
  return undefined;
}

/** The items of a post: itself, whom it names, and the posts that came along with it. */
export function xItems(post: XPost, reading: XReading): Item[] {
  const items: Item[] = [];
  const relations: Relation[] = [];
  for (const kind of ["repost", "reply", "quote"] as const) {
    const referenced = post[kind];
    if (referenced === undefined) continue;
    // What a protected account has posted stays theirs; that somebody passed it on does not.
    if (referenced.post !== undefined && referenced.post.author.isProtected !== true) {
      const inner = xItems(referenced.post, { ...reading, role: "referenced" });
      for (const item of inner) items.push(item);
    } else {
      addAccount(items, referenced.author ?? referenced.post?.author, post, reading);
    }
    relations.push({
      kind,
      account: xUserReference(referenced.author),
      post: referenced.id === undefined ? undefined : xKey(referenced.id),
      position: 0,
    });
  }
  for (const [position, user] of post.mentions.entries()) {
    addAccount(items, user, post, reading);
    relations.push({
      kind: "mention",
      account: xUserReference(user),
      post: undefined,
      position,
    });
  }
  addAccount(items, post.author, post, reading);
  items.push(xPostItem(post, relations, reading));
  return items;
}

function xPostItem(post: XPost, relations: readonly Relation[], reading: XReading): PostItem {
  return {
    type: "post",
    ...identityOf(post),
    role: reading.role,
    author: xUserReference(post.author),
    time: post.time,
    retrievedAt: reading.retrievedAt,
    url: webAddress(post.url),
    tags: post.tags,
    links: post.links.flatMap((link) => (isOwnPage(link) ? [] : (webAddress(link) ?? []))),
    relations,
    isDigest: isDigest(post.text),
    language: post.language,
    ...wordsOf(post, reading),
  };
}

/** An edited post has an id a version, and is one post: the one that the first of them names. */
function identityOf({
  id,
  editIds = [],
  hasRoundedId,
}: XPost): Pick<PostItem, "key" | "aliases" | "version" | "hasRoundedKey"> {
  const [first = id, ...later] = editIds.includes(id) ? editIds : [id];
  return {
    key: xKey(first),
    aliases: later.map(xKey),
    version: editIds.includes(id) ? editIds.indexOf(id) : 0,
    ...(hasRoundedId === true ? { hasRoundedKey: true } : {}),
  };
}

/** A repost's text is its original's; one inside another is there as a post of its own where it counts. */
function wordsOf({ text, language, repost }: XPost, { role }: XReading): Pick<PostItem, "words"> {
  if (text === undefined || repost !== undefined || role === "referenced") return {};
  return { words: readWords(unescapeText(text), stopWordsOf(language)) };
}

/** A link to a post or to its pictures is how X writes quotes and media, not a resource. */
export function isOwnPage(link: string): boolean {
  return /^https?:\/\/(?:mobile\.)?(?:twitter|x)\.com\/[^/]+\/status\//iu.test(link);
}

function addAccount(items: Item[], user: XUser | undefined, post: XPost, reading: XReading): void {
  const item = user === undefined ? undefined : xAccountItem(user, reading.retrievedAt, post.time);
  if (item !== undefined) items.push(item);
}

/** The best reference to a user that is told: by id, else by handle until all is read. */
export function xUserReference(user: XUser | undefined): string | undefined {
  if (user?.id !== undefined) return xKey(user.id);
  const handle = user?.handle;
  return handle === undefined ? undefined : handleReference(handle);
}

function handleReference(handle: string): string {
  return `x:@${handle.toLowerCase()}`;
}

/** The account item of a user; none where neither id nor handle is told. */
export function xAccountItem(
  user: XUser,
  retrievedAt: number | undefined,
  seenAt: number | undefined,
): AccountItem | undefined {
  const key = xUserReference(user);
  if (key === undefined) return undefined;
  const { handle } = user;
  return {
    type: "account",
    key,
    aliases: handle === undefined ? [] : [handleReference(handle)],
    profile: {
      handle,
      server: "x.com",
      name: user.name,
      url: handle === undefined ? undefined : `https://x.com/${handle}`,
      followers: user.followers,
      following: user.following,
      isPrivate: user.isProtected,
      isGone: user.isGone,
      isOrganisation: readsLikeOrganisation({ handle, name: user.name, bio: user.bio }),
      hasOptOutTag: hasOptOutTag(user.bio, [user.name]),
    },
    retrievedAt,
    isHome: true,
    sites: placesInProfile([user.bio], user.sites),
    seenAt,
  };
}

/** What counts of a protected account whose post must not be seen: that nobody is to name them. */
export function xRefusal(
  user: XUser,
  { retrievedAt }: Pick<XReading, "retrievedAt">,
): AccountItem[] {
  const item = xAccountItem({ ...user, isProtected: true }, retrievedAt, undefined);
  return item === undefined ? [] : [item];
}

/** A post's page, where its author's handle is known. */
export function xPostUrl(handle: string | undefined, id: string): string | undefined {
  return handle === undefined ? undefined : `https://x.com/${handle}/status/${id}`;
}
