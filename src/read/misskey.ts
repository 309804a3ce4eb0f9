import { z } from "zod";
import type { AccountItem, Item, PostItem, Relation } from "../model/item.js";
import { hostOf, parseMastodonAddress } from "../model/mastodon-address.js";
import {
  compiledOnUse,
  firstProblem,
  leaveFlag,
  lenientObject,
  optionalCount,
  optionalFlag,
  optionalText,
  refusalFlag,
} from "../platform/lenient.js";
import { localId, localIds } from "../platform/mastodon/account.js";
import { withoutVerbatim } from "../platform/misskey/misskey-text.js";
import { hasOptOutTag } from "../platform/opt-out-tag.js";
import { readsLikeOrganisation } from "../platform/organisation-profile.js";
import { placesInProfile } from "../platform/places-in-profile.js";
import { type InputRecord, isRecord, type RecordContext } from "../platform/record.js";
import { textRules } from "../platform/text-rules.js";
import { webAddress } from "../platform/web-address.js";
import { isDigest } from "./digest-text.js";
import {
  type InputFormat,
  type RecordReading,
  skippedRecord,
  unknownKeysOf,
} from "./input-format.js";
import { linkInText, readPostText } from "./post-text.js";
import { readWords } from "./read-words.js";
import { stopWordsOf } from "./stop-words.js";
import { parseTime } from "./time.js";

/**
 * Notes as Misskey, Sharkey and their kin give them by their own API (`notes/search-by-tag`). People
 * of the server that answered have no host; the address of their picture tells it.
 */
export const misskey: InputFormat = {
  name: "misskey",
  title: "Misskey notes",
  recognisedBy: "`user.username` with `user.host`, `createdAt` and `visibility`",
  reads: "author and profile, time, replies, mentions, renotes, quotes, hashtags, links, words",
  doesNotRead: "notes that are not public; reactions, polls and files",
  recognises: ({ user, createdAt, visibility, id }) =>
    isRecord(user) &&
    typeof user.username === "string" &&
    "host" in user &&
    typeof createdAt === "string" &&
    typeof visibility === "string" &&
    typeof id === "string",
  readRecord,
};

const userSchema = z.object({
  id: optionalText,
  username: z.string(),
  host: optionalText,
  name: optionalText,
  avatarUrl: optionalText,
  description: optionalText,
  isBot: optionalFlag,
  isLocked: optionalFlag,
  isSuspended: refusalFlag,
  isSilenced: refusalFlag,
  isExplorable: leaveFlag,
  noindex: refusalFlag,
  requireSigninToViewContents: refusalFlag,
  followersCount: optionalCount,
  followingCount: optionalCount,
});

const noteSchema = compiledOnUse(
  z.object({
    id: z.string().min(1),
    createdAt: optionalText,
    updatedAt: optionalText,
    user: userSchema,
    text: optionalText,
    cw: optionalText,
    visibility: optionalText,
    localOnly: refusalFlag,
    uri: optionalText,
    url: optionalText,
    tags: lenientObject(z.array(z.string())),
    mentions: lenientObject(z.array(z.string())),
    fileIds: lenientObject(z.array(z.unknown())),
    poll: z.unknown().optional(),
    replyId: optionalText,
    reply: z.unknown().optional(),
    renoteId: optionalText,
    renote: z.unknown().optional(),
  }),
);

type Note = z.output<typeof noteSchema>;
type User = z.output<typeof userSchema>;

const knownKeys = new Set([
  ...Object.keys(noteSchema.shape),
  ...`channel channelId clippedCount dimension emojis files hasPoll isHidden lang myReaction
  reactionAcceptance reactionAndUserPairCache reactionCount reactionEmojis reactions renoteCount
  repliesCount score userId visibleUserIds`.split(/\s+/u),
]);

/** `home` is what Mastodon calls unlisted. */
const publicVisibilities = new Set(["public", "home"]);

function readRecord(record: InputRecord, context: RecordContext): RecordReading {
  const parsed = noteSchema.safeParse(record);
  if (!parsed.success) return skippedRecord(`not a whole note (${firstProblem(parsed.error)})`);
  if (!isPublic(parsed.data)) return skippedRecord("not public (direct, followers-only or local)");
  const items: Item[] = [];
  const post = readNote(parsed.data, { context, items, depth: 0 });
  if (post === undefined) return skippedRecord("not a whole note (user.username is no name)");
  return { items, skipped: [], unknownKeys: unknownKeysOf(record, knownKeys) };
}

function isPublic({ visibility, localOnly }: Note): boolean {
  return publicVisibilities.has(visibility ?? "") && localOnly !== true;
}

interface NoteReading {
  readonly context: RecordContext;
  readonly items: Item[];
  /** How many notes it stands inside; X has one, Misskey up to two. */
  readonly depth: number;
}

function readNote(note: Note, reading: NoteReading): PostItem | undefined {
  const { context, items, depth } = reading;
  const author = accountItem(note.user, context, parseTime(note.createdAt));
  if (author === undefined) return undefined;
  const text = note.text ?? "";
  const told = readPostText(withoutVerbatim(text), "misskey");
  const relations: Relation[] = [];
  const isEmpty = text === "" && (note.fileIds ?? []).length === 0 && note.poll == null;
  if (note.renoteId !== undefined || isRecord(note.renote)) {
    const kind = isEmpty && note.cw === undefined ? "repost" : "quote";
    relations.push(relationTo(kind, note.renote, note.renoteId, reading));
  }
  if (note.replyId !== undefined || isRecord(note.reply)) {
    relations.push(relationTo("reply", note.reply, note.replyId, reading));
  }
  relations.push(...mentionsOf(note, author, reading));
  const host = author.profile.server;
  const page = host === undefined ? undefined : `https://${host}/notes/${note.id}`;
  const post: PostItem = {
    type: "post",
    key: note.uri ?? page ?? `misskey:${note.id}`,
    aliases: localIds(note.id, context),
    origin: depth === 0 ? context.origin : "referenced",
    author: author.key,
    time: parseTime(note.createdAt),
    version: parseTime(note.updatedAt),
    retrievedAt: context.retrievedAt,
    url: webAddress(note.url ?? note.uri ?? page),
    tags: note.tags ?? told.tags,
    links: told.links.flatMap((link) => webAddress(link) ?? []),
    relations,
    isDigest: isDigest(text),
    ...(depth > 0 ? {} : { text, words: readWords(text, stopWordsOf(undefined)) }),
  };
  items.push(author, post);
  return post;
}

/** To a note that stands inside; one that is not public leaves the tie to nobody known. */
function relationTo(
  kind: Relation["kind"],
  value: unknown,
  id: string | undefined,
  { context, items, depth }: NoteReading,
): Relation {
  const parsed = isRecord(value) && depth < 2 ? noteSchema.safeParse(value) : undefined;
  const inner =
    parsed?.success === true && isPublic(parsed.data)
      ? readNote(parsed.data, { context, items, depth: depth + 1 })
      : undefined;
  return {
    kind,
    account: inner?.author,
    post: inner?.key ?? localId(id, context),
    position: 0,
  };
}

/** By the names in the text, which begin at the author's server; else by the ids that are listed. */
function mentionsOf(note: Note, author: AccountItem, { context, items }: NoteReading): Relation[] {
  const { beforeMention, mention } = textRules.misskey;
  const written = withoutVerbatim(note.text ?? "").replace(linkInText, " ");
  const found = [...written.matchAll(new RegExp(beforeMention + mention, "gu"))];
  const names = [...new Set(found.map(([, name]) => name))];
  if (names.length === 0) {
    return (note.mentions ?? []).map((id, position) => ({
      kind: "mention",
      account: localId(id, context),
      post: undefined,
      position,
    }));
  }
  return names.flatMap((name, position) => {
    const address = parseMastodonAddress(name, undefined, author.profile.server);
    const relation = { kind: "mention" as const, post: undefined, position };
    if (address === undefined) {
      return name.includes("@") ? [] : [{ ...relation, account: localName(name, context) }];
    }
    const { key, handle, server } = address;
    items.push({
      ...{ type: "account", key, aliases: [], profile: { handle, server } },
      ...{ retrievedAt: context.retrievedAt, seenAt: undefined },
    });
    return [{ ...relation, account: key }];
  });
}

/** Somebody by a name without a host, in an input that does not tell its server. */
function localName(username: string, context: RecordContext): string {
  return `${context.idScope}#@${username.toLowerCase()}`;
}

function accountItem(
  user: User,
  context: RecordContext,
  seenAt: number | undefined,
): AccountItem | undefined {
  const server = user.host ?? context.server ?? ownHost(user);
  const address = parseMastodonAddress(user.username, undefined, server ?? "unknown.invalid");
  const isKnown = server !== undefined;
  if (address === undefined || (!isKnown && user.id === undefined)) return undefined;
  const name = user.name === "" ? undefined : user.name;
  return {
    type: "account",
    // Where nothing tells the server, the same name may be another's elsewhere; an id is not.
    key: isKnown ? address.key : `misskey:${user.id}`,
    aliases: [
      ...localIds(user.id, context),
      ...(isKnown ? [] : [localName(user.username, context)]),
    ],
    profile: {
      handle: address.handle,
      server: isKnown ? address.server : undefined,
      name,
      url: isKnown ? `https://${address.server}/@${address.handle}` : undefined,
      followers: user.followersCount,
      following: user.followingCount,
      isBot: user.isBot,
      isOrganisation: readsLikeOrganisation({
        handle: address.handle,
        name,
        bio: user.description,
      }),
      isLocked: user.isLocked,
      isLimited: user.isSilenced,
      isGone: user.isSuspended === true ? true : undefined,
      isPrivate: user.isSuspended === true || user.isSilenced === true || undefined,
      discoverable: user.isExplorable,
      // As on Bluesky: who is hidden from visitors without an account.
      noindex: user.requireSigninToViewContents === true || user.noindex,
      hasOptOutTag: hasOptOutTag(user.description, [name]),
    },
    retrievedAt: context.retrievedAt,
    sites: placesInProfile([user.description]),
    seenAt,
  };
}

/** `https://mk.example/identicon/ann@mk.example`, or another picture on the same server. */
function ownHost({ avatarUrl }: User): string | undefined {
  const named = /\/identicon\/[^/@]+@([^/?#]+)/u.exec(avatarUrl ?? "")?.[1];
  return named ?? hostOf(avatarUrl);
}
