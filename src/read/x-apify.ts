import { z } from "zod";
import { parseXHandle } from "../model/x-handle.js";
import {
  compiledOnUse,
  firstProblem,
  lenientObject,
  optionalCount,
  optionalFlag,
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
import { isRoundedId } from "./parse-json.js";
import { readPostText } from "./post-text.js";
import { parseTime } from "./time.js";
import { readXPost, type XPost, type XReferencedPost, xPostUrl } from "./x-shared.js";
import { asXUser as asMentioned, entitiesSchema } from "./x-v11.js";

/**
 * Posts of X as scrapers sell them (Apify's apidojo, twitterapi.io): one flat object a post. Of a long
 * post `fullText` is what X's older answers cut short; `text`, or `noteTweet`, is the whole.
 * Source: clients in public repositories that declare what apidojo's twitter-scraper-lite and twitterapi.io
 * answer, since neither is open.
 */
export const xApify: InputFormat = {
  name: "x-apify",
  title: "X posts of Apify and twitterapi.io",
  recognisedBy: "`author.userName` with `createdAt` and `text`",
  reads: "author and profile, time, replies, mentions, reposts, quotes, hashtags, links, words",
  doesNotRead: "places and media",
  recognises: ({ author, createdAt, text, fullText }) =>
    isRecord(author) &&
    typeof author.userName === "string" &&
    typeof createdAt === "string" &&
    (typeof text === "string" || typeof fullText === "string"),
  readRecord,
};

const userSchema = z.object({
  id: xId,
  userName: optionalText.transform(parseXHandle),
  name: optionalText,
  description: optionalText,
  followers: optionalCount,
  following: optionalCount,
  protected: refusalFlag,
  unavailable: optionalFlag,
});

const postSchema = compiledOnUse(
  z.object({
    id: xId,
    url: optionalText,
    twitterUrl: optionalText,
    text: optionalText,
    fullText: optionalText,
    createdAt: optionalText,
    lang: optionalText,
    author: lenientObject(userSchema),
    noteTweet: lenientObject(
      z.object({ text: optionalText, entity_set: lenientObject(entitiesSchema) }),
    ),
    entities: lenientObject(entitiesSchema),
    isReply: optionalFlag,
    inReplyToId: xId,
    inReplyToUserId: xId,
    inReplyToUsername: optionalText.transform(parseXHandle),
    isRetweet: optionalFlag,
    retweet: z.unknown().optional(),
    retweeted_tweet: z.unknown().optional(),
    isQuote: optionalFlag,
    quoteId: xId,
    quote: z.unknown().optional(),
    quoted_tweet: z.unknown().optional(),
  }),
);

type Row = z.output<typeof postSchema>;

const knownKeys = new Set([
  ...Object.keys(postSchema.shape),
  ...`article bookmarkCount card conversationId displayTextRange extendedEntities isConversationControlled
  isLimitedReply isPinned likeCount media place possiblySensitive quoteCount replyCount retweetCount
  searchTermIndex source type viewCount`.split(/\s+/u),
]);

function readRecord(record: InputRecord, context: RecordContext): RecordReading {
  const parsed = postSchema.safeParse(record);
  if (!parsed.success) return skippedRecord(`not a whole post (${firstProblem(parsed.error)})`);
  const post = asXPost(parsed.data);
  if (post === undefined) return skippedRecord("not a whole post (id)");
  return readXPost(post, context, unknownKeysOf(record, knownKeys));
}

function asXPost(row: Row): XPost | undefined {
  const page = row.url ?? row.twitterUrl;
  const linked = /\/status\/(\d+)/u.exec(page ?? "")?.[1];
  const id = typeof row.id === "string" ? row.id : (linked ?? wholeId(row.id));
  if (id === undefined) return undefined;
  const author = row.author === undefined ? nobody : asXUser(row.author);
  const text = wholeText(row);
  const entities = [row.entities, row.noteTweet?.entity_set].flatMap((part) => part ?? []);
  return {
    id,
    hasRoundedId: isRoundedId(row.id) && linked === undefined,
    author,
    time: parseTime(row.createdAt),
    url: page ?? xPostUrl(author.handle, id),
    text,
    language: row.lang,
    tags:
      entities.length === 0
        ? readPostText(text ?? "", "x").tags
        : [...new Set(entities.flatMap((part) => part.hashtags.map((tag) => tag.text)))],
    links: entities.flatMap((part) => part.urls.flatMap((url) => url.expanded_url ?? [])),
    mentions: entities.flatMap((part) => part.user_mentions.map(asMentioned)),
    reply: replyOf(row),
    repost: inlined(row.retweet ?? row.retweeted_tweet, row.isRetweet === true, undefined),
    quote: inlined(row.quote ?? row.quoted_tweet, row.isQuote === true, wholeId(row.quoteId)),
  };
}

function wholeText({ noteTweet, text, fullText }: Row): string | undefined {
  if (noteTweet?.text !== undefined) return noteTweet.text;
  return (text?.length ?? 0) >= (fullText?.length ?? 0) ? text : fullText;
}

const nobody: XUser = { id: undefined, handle: undefined };

function asXUser(user: z.output<typeof userSchema>): XUser {
  return {
    id: userId(user.userName, user.id),
    handle: user.userName,
    name: user.name,
    bio: user.description,
    isProtected: user.protected,
    isGone: user.unavailable === true ? true : undefined,
    followers: user.followers,
    following: user.following,
  };
}

function replyOf(row: Row): XReferencedPost | undefined {
  const handle = row.inReplyToUsername;
  const author = { id: userId(handle, row.inReplyToUserId), handle };
  const id = wholeId(row.inReplyToId);
  const namesSomebody = author.id !== undefined || handle !== undefined;
  if (id === undefined && !namesSomebody) return undefined;
  return { id, author: namesSomebody ? author : undefined, post: undefined };
}

/** A post that says that it is one of these without the other post is so with nobody known. */
function inlined(
  value: unknown,
  isTold: boolean,
  id: string | undefined,
): XReferencedPost | undefined {
  const parsed = isRecord(value) ? postSchema.safeParse(value) : undefined;
  const post = parsed?.success === true ? asXPost(parsed.data) : undefined;
  if (post !== undefined) return { id: post.id, author: post.author, post };
  return isTold || id !== undefined ? { id, author: undefined, post } : undefined;
}
