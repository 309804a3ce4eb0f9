import { decodeXML } from "entities";
import type { Item, PostItem, PostOrigin, Relation } from "../model/item.js";
import { xKey } from "../model/x-handle.js";
import { isRecord } from "../platform/record.js";
import { webAddress } from "../platform/web-address.js";
import { type XUser, xAccountItem, xRefusal, xUserReference } from "../platform/x/x-user.js";
import { isDigest } from "./digest-text.js";
import { type RecordReading, skippedRecord } from "./input-format.js";
import { readWords, unescapeText } from "./read-words.js";
import { stopWordsOf } from "./stop-words.js";

/*
 * What X's formats have in common once their fields are parsed. Each of them says the same in
 * other keys; a reader turns its rows into these and leaves the rest to `xItems`.
 */

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
  readonly origin: PostOrigin;
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
      const inner = xItems(referenced.post, { ...reading, origin: "referenced" });
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
    origin: reading.origin,
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
function wordsOf(
  { text, language, repost }: XPost,
  { origin }: XReading,
): Pick<PostItem, "words" | "text"> {
  if (text === undefined || repost !== undefined || origin === "referenced") return {};
  return {
    text: decodeXML(text),
    words: readWords(unescapeText(text), stopWordsOf(language)),
  };
}

/** A link to a post or to its pictures is how X writes quotes and media, not a resource. */
export function isOwnPage(link: string): boolean {
  return /^https?:\/\/(?:mobile\.)?(?:twitter|x)\.com\/[^/]+\/status\//iu.test(link);
}

function addAccount(items: Item[], user: XUser | undefined, post: XPost, reading: XReading): void {
  const item = user === undefined ? undefined : xAccountItem(user, reading.retrievedAt, post.time);
  if (item !== undefined) items.push(item);
}

/** A post's page, where its author's handle is known. */
export function xPostUrl(handle: string | undefined, id: string): string | undefined {
  return handle === undefined ? undefined : `https://x.com/${handle}/status/${id}`;
}
