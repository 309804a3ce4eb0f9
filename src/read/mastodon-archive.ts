import { z } from "zod";
import type { AccountItem, Item, PostItem, Relation } from "../model/item.js";
import { hostOf, type MastodonAddress, parseMastodonAddress } from "../model/mastodon-address.js";
import { readHtml } from "../platform/html-text.js";
import { firstProblem, lenientList, optionalText } from "../platform/lenient.js";
import { repostKey } from "../platform/mastodon/status-key.js";
import { type InputRecord, isRecord, type RecordContext } from "../platform/record.js";
import { webAddress } from "../platform/web-address.js";
import { isDigest } from "./digest-text.js";
import { emptyPost } from "./empty-post.js";
import { type InputFormat, type RecordReading, skippedRecord } from "./input-format.js";
import { parseJson } from "./parse-json.js";
import { readWords } from "./read-words.js";
import { stopWordsOf } from "./stop-words.js";
import { parseTime } from "./time.js";

/**
 * `outbox.json` of the archive that Mastodon gives its members: what one person posted and boosted,
 * as ActivityPub. Only what went to everybody is read; the archive holds direct messages too.
 */
export const mastodonArchive: InputFormat = {
  name: "mastodon-archive",
  title: "Mastodon archives (outbox.json)",
  recognisedBy: "`orderedItems` of an `OrderedCollection`, with `Create` and `Announce`",
  reads: "author, time, replies, mentions, boosts, quotes, hashtags, links, words",
  doesNotRead: "posts that are not public; likes, bookmarks and media",
  recognises: ({ type, actor, object }) =>
    typeof type === "string" &&
    typeof actor === "string" &&
    (isRecord(object) || typeof object === "string") &&
    /^(?:Create|Announce|Update|Delete|Undo|Add|Remove)$/u.test(type),
  readRecord,
};

/**
 * Mastodon writes `orderedItems` twice, first without any; of two equal keys JSON has the last. Some
 * programs put the empty one last.
 */
export function wholeOutbox(value: unknown, text: string): unknown {
  const isEmpty =
    isRecord(value) &&
    value.type === "OrderedCollection" &&
    Array.isArray(value.orderedItems) &&
    value.orderedItems.length === 0;
  return isEmpty
    ? parseJson(text.replace(/"orderedItems"\s*:\s*\[\s*\]/gu, '"emptyItems":[]'))
    : value;
}

const addressees = z
  .union([z.string().transform((one) => [one]), z.array(z.unknown())])
  .nullish()
  .catch(undefined)
  .transform((all) => (all ?? []).filter((one) => typeof one === "string"));

const activitySchema = z.object({
  type: z.string(),
  actor: z.string(),
  published: optionalText,
  to: addressees,
  cc: addressees,
  object: z.unknown(),
});

const noteSchema = z.object({
  id: z.string().min(1),
  url: optionalText,
  published: optionalText,
  updated: optionalText,
  to: addressees,
  cc: addressees,
  content: optionalText,
  contentMap: z.record(z.string(), z.unknown()).nullish().catch(undefined),
  inReplyTo: optionalText,
  quote: optionalText,
  quoteUri: optionalText,
  quoteUrl: optionalText,
  _misskey_quote: optionalText,
  tag: lenientList(z.object({ type: z.string(), href: optionalText, name: optionalText })),
});

type Activity = z.output<typeof activitySchema>;
type Note = z.output<typeof noteSchema>;

const everybody = new Set(["https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public"]);

function isPublic({ to, cc }: Pick<Note, "to" | "cc">): boolean {
  return [...to, ...cc].some((one) => everybody.has(one));
}

function readRecord(record: InputRecord, context: RecordContext): RecordReading {
  const parsed = activitySchema.safeParse(record);
  if (!parsed.success) return skippedRecord(`not a whole activity (${firstProblem(parsed.error)})`);
  const activity = parsed.data;
  if (activity.type === "Announce") return readBoost(activity, context);
  if (activity.type !== "Create" && activity.type !== "Update") {
    return skippedRecord(`no post and no boost (${activity.type})`);
  }
  const note = noteSchema.safeParse(activity.object);
  if (!note.success) return skippedRecord(`not a whole post (${firstProblem(note.error)})`);
  if (!isPublic(note.data)) return skippedRecord("not public (direct or followers-only)");
  const author = ownerOf(activity.actor, note.data.url);
  if (author === undefined) return skippedRecord("a post whose actor names nobody");
  const owner = accountItem(author, activity.actor);
  const aliases = [actorReference(activity.actor, context)];
  return {
    items: [{ ...owner, aliases }, noteItem(note.data, author, activity, context)],
    skipped: [],
    unknownKeys: [],
  };
}

/** A boost tells the boosted post's address, and its author among those it went to. */
function readBoost(activity: Activity, context: RecordContext): RecordReading {
  if (!isPublic(activity)) return skippedRecord("not public (direct or followers-only)");
  const author = actorAddress(activity.actor);
  const reference = author?.key ?? actorReference(activity.actor, context);
  const post = typeof activity.object === "string" ? activity.object : noteId(activity.object);
  if (post === undefined) return skippedRecord("a boost of nothing");
  const others = [...activity.to, ...activity.cc].filter((one) => one !== activity.actor);
  const original = others.flatMap((one) => actorAddress(one) ?? []).at(0) ?? authorOfPage(post);
  const items: Item[] = author === undefined ? [] : [accountItem(author, activity.actor)];
  if (original !== undefined) items.push(accountItem(original, undefined));
  items.push({
    ...emptyPost(repostKey(post, reference), reference, context),
    time: parseTime(activity.published),
    relations: [{ kind: "repost", account: original?.key, post, position: 0 }],
  });
  return { items, skipped: [], unknownKeys: [] };
}

function noteId(object: unknown): string | undefined {
  return isRecord(object) && typeof object.id === "string" ? object.id : undefined;
}

function noteItem(
  note: Note,
  author: MastodonAddress,
  activity: Activity,
  context: RecordContext,
): PostItem {
  const { text, prose, links } = readHtml(note.content ?? "");
  const language = Object.keys(note.contentMap ?? {})[0];
  return {
    ...emptyPost(note.id, author.key, context),
    time: parseTime(note.published ?? activity.published),
    version: parseTime(note.updated),
    url: webAddress(note.url),
    tags: note.tag
      .flatMap((tag) => (tag.type === "Hashtag" ? (tag.name ?? []) : []))
      .map((tag) => tag.replace(/^#/u, "")),
    links,
    relations: relationsOf(note, activity.actor, author),
    isDigest: isDigest(text),
    language,
    text,
    words: readWords(prose, stopWordsOf(language)),
  };
}

function relationsOf(note: Note, actor: string, author: MastodonAddress): Relation[] {
  const relations: Relation[] = [];
  const mentions = note.tag.filter(({ type }) => type === "Mention");
  const answered = note.inReplyTo;
  if (answered !== undefined) {
    const isOwn = answered.startsWith(`${actor}/`);
    const named = mentions.find(
      ({ href }) => href !== undefined && answered.startsWith(`${href}/`),
    );
    const account = isOwn ? author : (mentionAddress(named, author) ?? authorOfPage(answered));
    relations.push({ kind: "reply", account: account?.key, post: answered, position: 0 });
  }
  const quoted = note.quote ?? note.quoteUri ?? note.quoteUrl ?? note._misskey_quote;
  if (quoted !== undefined) {
    const account = authorOfPage(quoted)?.key;
    relations.push({ kind: "quote", account, post: quoted, position: 0 });
  }
  for (const [position, mention] of mentions.entries()) {
    const account = mentionAddress(mention, author)?.key;
    if (account === undefined) continue;
    relations.push({ kind: "mention", account, post: undefined, position });
  }
  return relations;
}

function mentionAddress(
  mention: Note["tag"][number] | undefined,
  author: MastodonAddress,
): MastodonAddress | undefined {
  if (mention?.name === undefined) return undefined;
  return parseMastodonAddress(mention.name, mention.href, author.server);
}

function accountItem(address: MastodonAddress, actor: string | undefined): AccountItem {
  return {
    type: "account",
    key: address.key,
    aliases: [],
    profile: { handle: address.handle, server: address.server, url: webAddress(actor) },
    retrievedAt: undefined,
    seenAt: undefined,
  };
}

/** Since Mastodon 4.5 an actor may be a number; then the page of the post has the name. */
function ownerOf(actor: string, page: string | undefined): MastodonAddress | undefined {
  return actorAddress(actor) ?? (page === undefined ? undefined : authorOfPage(page));
}

/** Who an actor is that is a number, until a post's page tells the name. */
function actorReference(actor: string, { idScope }: RecordContext): string {
  return `${idScope}#${actor}`;
}

/** An actor's address by the forms in which servers write it: `/users/name`, `/@name`, `/u/name`. */
function actorAddress(actor: string): MastodonAddress | undefined {
  const name = /^https?:\/\/[^/]+\/(?:users\/|@|u\/|profile\/|accounts\/)([\w.-]+)\/?$/u.exec(
    actor,
  )?.[1];
  const host = hostOf(actor);
  return name === undefined || host === undefined
    ? undefined
    : parseMastodonAddress(`${name}@${host}`, undefined, undefined);
}

/** The author that a post's address names: `/users/name/statuses/1`, `/@name/1`. */
function authorOfPage(page: string): MastodonAddress | undefined {
  const actor = /^(https?:\/\/[^/]+\/(?:users\/|@)[\w.-]+)\/(?:statuses\/)?[^/]+$/u.exec(page)?.[1];
  return actor === undefined ? undefined : actorAddress(actor);
}
