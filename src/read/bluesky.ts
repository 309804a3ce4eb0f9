import { z } from "zod";
import { blueskyKey } from "../model/bluesky-handle.js";
import type { AccountItem, Item, PostItem, Relation } from "../model/item.js";
import {
  compiledOnUse,
  firstProblem,
  lenientList,
  lenientObject,
  optionalCount,
  optionalText,
} from "../platform/lenient.js";
import { hasOptOutTag } from "../platform/opt-out-tag.js";
import { readsLikeOrganisation } from "../platform/organisation-profile.js";
import { placesInProfile } from "../platform/places-in-profile.js";
import { type InputRecord, isRecord, type RecordContext } from "../platform/record.js";
import { webAddress } from "../platform/web-address.js";
import { isDigest } from "./digest-text.js";
import { emptyPost } from "./empty-post.js";
import { type InputFormat, type RecordReading, skippedRecord } from "./input-format.js";
import { readPostText } from "./post-text.js";
import { readWords } from "./read-words.js";
import { stopWordsOf } from "./stop-words.js";
import { parseTime } from "./time.js";

/**
 * Posts of Bluesky as `app.bsky.feed.searchPosts`, `getPosts` and feeds give them. A person is a
 * `did`, which never changes; the post that is answered or quoted has its author's in its address.
 */
export const bluesky: InputFormat = {
  name: "bluesky",
  title: "Bluesky posts",
  recognisedBy: "`uri` of `at://` with `author.did` and `record`",
  reads: "author, time, replies, mentions, reposts of feeds, quotes, hashtags, links, words",
  doesNotRead: "likes, lists and media",
  recognises: (record) => isPost(record) || isPost(record.post),
  readRecord,
};

function isPost(value: unknown): boolean {
  return (
    isRecord(value) &&
    typeof value.uri === "string" &&
    value.uri.startsWith("at://") &&
    isRecord(value.author) &&
    typeof value.author.did === "string" &&
    (isRecord(value.record) || isRecord(value.value))
  );
}

const authorSchema = z.object({
  did: z.string().startsWith("did:"),
  handle: optionalText,
  displayName: optionalText,
  description: optionalText,
  followersCount: optionalCount,
  followsCount: optionalCount,
  labels: lenientList(z.object({ val: z.string() })),
});

const featureSchema = z.object({
  $type: z.string(),
  did: optionalText,
  tag: optionalText,
  uri: optionalText,
});

const reference = lenientObject(z.object({ uri: optionalText }));

const recordSchema = z.object({
  createdAt: optionalText,
  text: optionalText,
  langs: lenientObject(z.array(z.string())),
  tags: lenientObject(z.array(z.string())),
  facets: lenientList(z.object({ features: lenientList(featureSchema) })),
  reply: lenientObject(z.object({ parent: reference })),
  embed: z.unknown().optional(),
});

const postSchema = compiledOnUse(
  z.object({
    uri: z.string(),
    author: authorSchema,
    record: lenientObject(recordSchema),
    value: lenientObject(recordSchema),
    embed: z.unknown().optional(),
    indexedAt: optionalText,
  }),
);

const feedSchema = z.object({
  reason: lenientObject(
    z.object({ $type: z.string(), by: lenientObject(authorSchema), indexedAt: optionalText }),
  ),
  reply: lenientObject(z.object({ parent: z.unknown(), root: z.unknown() })),
});

type Post = z.output<typeof postSchema>;

function readRecord(record: InputRecord, context: RecordContext): RecordReading {
  const value = isPost(record) ? record : record.post;
  const parsed = postSchema.safeParse(value);
  if (!parsed.success) return skippedRecord(`not a whole post (${firstProblem(parsed.error)})`);
  const items: Item[] = [];
  const feed = feedSchema.safeParse(record);
  const reason = feed.success ? feed.data.reason : undefined;
  const isRepost = reason?.by !== undefined && reason.$type.endsWith("#reasonRepost");
  const post = addPost(parsed.data, items, context, isRepost);
  if (isRepost && reason.by !== undefined) {
    const by = accountItem(reason.by, context);
    const relation = { kind: "repost", account: post.author, post: post.key, position: 0 } as const;
    items.push(by, {
      ...emptyPost(`${post.key} passed on by ${by.key}`, by.key, context),
      time: parseTime(reason.indexedAt),
      relations: [relation],
    });
  }
  for (const other of [feed.data?.reply?.parent, feed.data?.reply?.root]) {
    const inner = isPost(other) ? postSchema.safeParse(other) : undefined;
    if (inner?.success === true) addPost(inner.data, items, context, true);
  }
  return { items, skipped: [], unknownKeys: [] };
}

function addPost(
  post: Post,
  items: Item[],
  context: RecordContext,
  isReferenced: boolean,
): PostItem {
  const record = post.record ?? post.value;
  const text = record?.text ?? "";
  const features = record?.facets.flatMap((facet) => facet.features) ?? [];
  const marked = features.flatMap(({ tag }) => tag ?? []);
  const told = readPostText(text, "bluesky");
  const quoted = quotedUri(record?.embed) ?? quotedUri(post.embed);
  addQuoted(post.embed, items, context);
  const links = [...features.flatMap(({ uri }) => uri ?? []), ...externalLinks(record?.embed)];
  const author = accountItem(post.author, context);
  const item: PostItem = {
    ...emptyPost(post.uri, author.key, context),
    origin: isReferenced ? "referenced" : context.origin,
    time: parseTime(record?.createdAt) ?? parseTime(post.indexedAt),
    url: pageOf(post),
    tags: [...(marked.length > 0 ? marked : told.tags), ...(record?.tags ?? [])],
    links: [...new Set(links.flatMap((link) => webAddress(link) ?? []))],
    relations: [
      ...relationTo("reply", record?.reply?.parent?.uri),
      ...relationTo("quote", quoted),
      ...features
        .flatMap(({ $type, did }) => ($type.endsWith("#mention") && did !== undefined ? [did] : []))
        .map((did, position) => ({
          kind: "mention" as const,
          account: did,
          post: undefined,
          position,
        })),
    ],
    isDigest: isDigest(text),
    language: record?.langs?.[0],
    ...(isReferenced ? {} : { text, words: readWords(text, stopWordsOf(record?.langs?.[0])) }),
  };
  items.push(author, item);
  return item;
}

function relationTo(kind: "reply" | "quote", uri: string | undefined): Relation[] {
  if (uri === undefined) return [];
  const account = /^at:\/\/(did:[^/]+)\//u.exec(uri)?.[1];
  return [{ kind, account, post: uri, position: 0 }];
}

/** Of a quoted post; with pictures beside it, the quote stands one level deeper. */
function quotedUri(embed: unknown): string | undefined {
  if (!isRecord(embed) || !isRecord(embed.record)) return undefined;
  const record = isRecord(embed.record.record) ? embed.record.record : embed.record;
  const uri = record.uri ?? embed.record.uri;
  return typeof uri === "string" && uri.includes("/app.bsky.feed.post/") ? uri : undefined;
}

/** A view of the quoted post, which tells who wrote it. */
function addQuoted(embed: unknown, items: Item[], context: RecordContext): void {
  if (!isRecord(embed) || !isRecord(embed.record)) return;
  for (const view of [embed.record, embed.record.record]) {
    const parsed = isPost(view) ? postSchema.safeParse(view) : undefined;
    if (parsed?.success === true) {
      addPost({ ...parsed.data, embed: undefined }, items, context, true);
    }
  }
}

function externalLinks(embed: unknown): string[] {
  if (!isRecord(embed)) return [];
  const inner = isRecord(embed.media) ? embed.media : embed;
  const uri = isRecord(inner.external) ? inner.external.uri : undefined;
  return typeof uri === "string" ? [uri] : [];
}

function pageOf({ uri, author }: Post): string | undefined {
  const id = /\/app\.bsky\.feed\.post\/([\w.~:-]+)$/u.exec(uri)?.[1];
  return id === undefined ? undefined : `https://bsky.app/profile/${author.did}/post/${id}`;
}

/** Somebody may ask not to be shown to people who are not signed in. */
function accountItem(author: Post["author"], context: RecordContext): AccountItem {
  const handle = author.handle === "handle.invalid" ? undefined : author.handle;
  const labels = author.labels.map(({ val }) => val);
  return {
    type: "account",
    key: author.did,
    // Tables know people by their handles alone.
    aliases: [blueskyKey(undefined, handle)].flatMap((alias) => alias ?? []),
    profile: {
      handle,
      name: author.displayName === "" ? undefined : author.displayName,
      url: `https://bsky.app/profile/${handle ?? author.did}`,
      followers: author.followersCount,
      following: author.followsCount,
      isBot: labels.includes("bot") ? true : undefined,
      isOrganisation: readsLikeOrganisation({
        handle,
        name: author.displayName,
        bio: author.description,
      }),
      noindex: labels.includes("!no-unauthenticated") ? true : undefined,
      hasOptOutTag: hasOptOutTag(author.description, [author.displayName]),
    },
    retrievedAt: context.retrievedAt,
    sites: placesInProfile([author.description]),
    seenAt: undefined,
  };
}
