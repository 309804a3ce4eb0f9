import { z } from "zod";
import { parseXHandle } from "../model/x-handle.js";
import {
  compiledOnUse,
  firstProblem,
  lenientList,
  lenientObject,
  optionalCount,
  optionalText,
  refusalFlag,
} from "../platform/lenient.js";
import { type InputRecord, isRecord, type RecordContext } from "../platform/record.js";
import { userId, wholeId, type XUser, xId } from "../platform/x/x-user.js";
import {
  type InputFormat,
  type RecordReading,
  skippedRecord,
  unknownKeysOf,
} from "./input-format.js";
import { readPostText } from "./post-text.js";
import { parseTime } from "./time.js";
import { readXPost, type XPost, type XReferencedPost, xPostUrl } from "./x-shared.js";

/**
 * Posts of X as snscrape wrote them (`--jsonl`; `content` until 0.5, `rawContent` since), and
 * twscrape after it. Ids are JSON numbers; where another program has rounded them, the post's link
 * still tells its own.
 * Source: https://github.com/JustAnotherArchivist/snscrape, snscrape/modules/twitter.py (002189a).
 */
export const snscrape: InputFormat = {
  name: "snscrape",
  title: "snscrape and twscrape posts",
  recognisedBy: "`rawContent` or `content` with `date` and `user.username`; `_type` of snscrape",
  reads: "author and profile, time, replies, mentions, reposts, quotes, hashtags, links, words",
  doesNotRead: "places and media; posts of other networks than X",
  recognises: isSnscrapeRow,
  readRecord,
};

function isSnscrapeRow({ _type, rawContent, content, date, user }: InputRecord): boolean {
  if (typeof _type === "string" && _type.startsWith("snscrape.")) return true;
  const hasText = typeof rawContent === "string" || typeof content === "string";
  const namesUser = isRecord(user) && typeof user.username === "string" && !("acct" in user);
  return hasText && typeof date === "string" && namesUser;
}

const userSchema = z.object({
  id_str: xId,
  id: xId,
  username: optionalText.transform(parseXHandle),
  displayname: optionalText,
  rawDescription: optionalText,
  description: optionalText,
  protected: refusalFlag,
  followersCount: optionalCount,
  friendsCount: optionalCount,
});

const postSchema = compiledOnUse(
  z.object({
    id_str: xId,
    id: xId,
    url: optionalText,
    date: optionalText,
    rawContent: optionalText,
    content: optionalText,
    lang: optionalText,
    user: lenientObject(userSchema),
    hashtags: lenientObject(z.array(z.unknown())),
    links: lenientList(z.object({ url: optionalText })),
    outlinks: lenientList(z.string()),
    mentionedUsers: lenientList(userSchema),
    inReplyToTweetIdStr: xId,
    inReplyToTweetId: xId,
    inReplyToUser: lenientObject(userSchema),
    retweetedTweet: z.unknown().optional(),
    quotedTweet: z.unknown().optional(),
  }),
);

const knownKeys = new Set([
  ...Object.keys(postSchema.shape),
  ...`_type bookmarkedCount card cashtags conversationId conversationIdStr coordinates likeCount
  media place possibly_sensitive quoteCount renderedContent replyCount retweetCount source
  sourceLabel sourceUrl tcooutlinks textLinks vibe viewCount`.split(/\s+/u),
]);

function readRecord(record: InputRecord, context: RecordContext): RecordReading {
  const kind = typeof record._type === "string" ? record._type.split(".") : [];
  if (kind.at(-1) === "Tombstone") return skippedRecord("a post that X no longer shows");
  if (kind[0] === "snscrape" && !(kind[2] === "twitter" && kind.at(-1) === "Tweet")) {
    return skippedRecord(`no post of X (${kind.slice(-2).join(".")})`);
  }
  const parsed = postSchema.safeParse(record);
  if (!parsed.success) return skippedRecord(`not a whole post (${firstProblem(parsed.error)})`);
  const post = asXPost(parsed.data);
  if (post === undefined) return skippedRecord("not a whole post (id)");
  return readXPost(post, context, unknownKeysOf(record, knownKeys));
}

type Row = z.output<typeof postSchema>;

function asXPost(row: Row): XPost | undefined {
  const told = row.id_str ?? row.id;
  const linked = /\/status\/(\d+)/u.exec(row.url ?? "")?.[1];
  const id = typeof told === "string" ? told : (linked ?? wholeId(told));
  if (id === undefined) return undefined;
  const author = asXUser(row.user);
  const text = row.rawContent ?? row.content;
  return {
    id,
    hasRoundedId: typeof told === "number" && linked === undefined,
    author: author ?? { id: undefined, handle: undefined },
    time: parseTime(row.date),
    url: row.url ?? xPostUrl(author?.handle, id),
    text,
    language: row.lang,
    // Early versions kept no list of hashtags.
    tags:
      row.hashtags?.filter((tag) => typeof tag === "string") ?? readPostText(text ?? "", "x").tags,
    links: [...new Set([...row.links.flatMap(({ url }) => url ?? []), ...row.outlinks])],
    mentions: row.mentionedUsers.flatMap((user) => asXUser(user) ?? []),
    reply: replyOf(row),
    repost: inlined(row.retweetedTweet),
    quote: inlined(row.quotedTweet),
  };
}

function asXUser(user: Row["user"]): XUser | undefined {
  if (user === undefined) return undefined;
  return {
    id: userId(user.username, user.id_str, user.id),
    handle: user.username,
    name: user.displayname,
    bio: user.rawDescription ?? user.description,
    isProtected: user.protected,
    followers: user.followersCount,
    following: user.friendsCount,
  };
}

function replyOf(row: Row): XReferencedPost | undefined {
  const id = wholeId(row.inReplyToTweetIdStr, row.inReplyToTweetId);
  const author = asXUser(row.inReplyToUser);
  return id === undefined && author === undefined ? undefined : { id, author, post: undefined };
}

/** The post itself, or a mere reference or tombstone of it. */
function inlined(value: unknown): XReferencedPost | undefined {
  const parsed = isRecord(value) ? postSchema.safeParse(value) : undefined;
  if (parsed?.success !== true) return undefined;
  const post = asXPost(parsed.data);
  if (post === undefined) return { id: undefined, author: undefined, post };
  const isWhole = parsed.data.user !== undefined;
  return { id: post.id, author: asXUser(parsed.data.user), post: isWhole ? post : undefined };
}
