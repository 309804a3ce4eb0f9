import { z } from "zod";
import { parseXHandle } from "../model/x-handle.js";
import {
  compiledOnUse,
  firstProblem,
  lenientObject,
  optionalCount,
  optionalText,
  refusalFlag,
} from "../platform/lenient.js";
import { type InputRecord, isRecord, type RecordContext } from "../platform/record.js";
import { wholeId, type XUser, xId } from "../platform/x/x-user.js";
import { type InputFormat, type RecordReading, skippedRecord } from "./input-format.js";
import { repostedInText } from "./reposted-in-text.js";
import { parseTime } from "./time.js";
import { editIdsIn, readXPost, type XPost, type XReferencedPost, xPostUrl } from "./x-shared.js";
import { asXUser as asMentioned, entitiesSchema, readV11Post } from "./x-v11.js";

/**
 * Posts as X's own web page gets them, which changes monthly: in the envelopes of Zeeschuimer
 * (NDJSON) and of 4CAT, or as scrapers keep whole answers. See `timelineRows` for those.
 * Source: https://github.com/digitalmethodsinitiative/zeeschuimer, modules/twitter.js (17fbdf6), and 4cat,
 * datasources/twitter-import/search_twitter.py (ab34c41), which read both of its shapes.
 */
export const xWeb: InputFormat = {
  name: "x-web",
  title: "X web posts (Zeeschuimer, 4CAT, scrapers)",
  recognisedBy:
    "`rest_id` with `legacy` and `core`; `source_platform` or `__import_meta` around them",
  reads: "author and profile, time, replies, mentions, reposts, quotes, hashtags, links, words",
  doesNotRead: "promoted posts; places and media",
  recognises: (record) => isEnvelope(record) || isTweet(record),
  readRecord,
};

function isEnvelope(record: InputRecord): boolean {
  return isZeeschuimer(record) || isRecord(record.__import_meta);
}

function isZeeschuimer({ source_platform, item_id, data }: InputRecord): boolean {
  return typeof source_platform === "string" && item_id !== undefined && isRecord(data);
}

function isTweet(record: InputRecord): boolean {
  const { rest_id, legacy, core } = withoutCover(record);
  return typeof rest_id === "string" && isRecord(legacy) && isRecord(core);
}

const entitySet = lenientObject(entitiesSchema);

const userSchema = z.object({
  __typename: optionalText,
  rest_id: xId,
  core: lenientObject(z.object({ screen_name: optionalText, name: optionalText })),
  privacy: lenientObject(z.object({ protected: refusalFlag })),
  legacy: lenientObject(
    z.object({
      screen_name: optionalText,
      name: optionalText,
      description: optionalText,
      protected: refusalFlag,
      followers_count: optionalCount,
      friends_count: optionalCount,
    }),
  ),
});

const resultSchema = lenientObject(z.object({ result: z.unknown() }));

const tweetSchema = compiledOnUse(
  z.object({
    rest_id: xId,
    core: lenientObject(
      z.object({
        user_results: lenientObject(z.object({ result: lenientObject(userSchema) })),
      }),
    ),
    edit_control: z.unknown().optional(),
    quoted_status_result: resultSchema,
    note_tweet: lenientObject(
      z.object({
        note_tweet_results: lenientObject(
          z.object({
            result: lenientObject(z.object({ text: optionalText, entity_set: entitySet })),
          }),
        ),
      }),
    ),
    legacy: z.object({
      id_str: xId,
      user_id_str: xId,
      created_at: optionalText,
      full_text: optionalText,
      lang: optionalText,
      entities: entitySet,
      in_reply_to_status_id_str: xId,
      in_reply_to_user_id_str: xId,
      in_reply_to_screen_name: optionalText.transform(parseXHandle),
      quoted_status_id_str: xId,
      retweeted_status_result: resultSchema,
    }),
  }),
);

type Tweet = z.output<typeof tweetSchema>;

function readRecord(record: InputRecord, context: RecordContext): RecordReading {
  const meta = isRecord(record.__import_meta) ? record.__import_meta : record;
  const platform = meta.source_platform;
  if (typeof platform === "string" && !/(?:^|\.)(?:twitter|x)\.com$/iu.test(platform)) {
    return skippedRecord("a post of another platform than X, kept by Zeeschuimer");
  }
  const data = isZeeschuimer(record) && isRecord(record.data) ? record.data : record;
  if (data.promoted === true) return skippedRecord("a promoted post");
  const post = data.type === "adaptive" ? adaptivePost(data) : webPost(data);
  if (typeof post === "string") return skippedRecord(`not a whole post (${post})`);
  const collected = meta.timestamp_collected;
  const retrievedAt = typeof collected === "number" ? collected : context.retrievedAt;
  return readXPost(post, { origin: context.origin, retrievedAt });
}

/** A post, or what is wrong with it. */
function webPost(data: InputRecord): XPost | string {
  const parsed = tweetSchema.safeParse(withoutCover(data));
  if (!parsed.success) return firstProblem(parsed.error);
  return asXPost(parsed.data) ?? "rest_id";
}

/**
 * Until 2023 X's page got posts and people of v1.1 apart, which Zeeschuimer puts together. It leaves out
 * the post that is reposted.
 */
function adaptivePost({ legacy, user }: InputRecord): XPost | string {
  if (!isRecord(legacy)) return "legacy";
  const post = readV11Post({ ...legacy, user });
  const repostOf = xId.parse(legacy.retweeted_status_id_str);
  if (typeof post === "string" || post.repost !== undefined || repostOf === undefined) return post;
  const handle = parseXHandle(repostedInText(post.text));
  const author = handle === undefined ? undefined : { id: undefined, handle };
  return { ...post, repost: { id: wholeId(repostOf), author, post: undefined } };
}

/** Posts with limits to who may answer stand one level deeper. */
function withoutCover(record: InputRecord): InputRecord {
  return isRecord(record.tweet) ? record.tweet : record;
}

function asXPost({
  rest_id,
  core,
  legacy,
  note_tweet,
  edit_control,
  quoted_status_result,
}: Tweet): XPost | undefined {
  const id = wholeId(rest_id, legacy.id_str);
  if (id === undefined) return undefined;
  const author = authorOf(core?.user_results?.result, wholeId(legacy.user_id_str));
  const note = note_tweet?.note_tweet_results?.result;
  const entities = [legacy.entities, note?.entity_set].flatMap((part) => part ?? []);
  return {
    id,
    editIds: editIdsIn(edit_control),
    author,
    time: parseTime(legacy.created_at),
    url: xPostUrl(author.handle, id),
    text: note?.text ?? legacy.full_text,
    language: legacy.lang,
    tags: [...new Set(entities.flatMap((part) => part.hashtags.map(({ text }) => text)))],
    links: entities.flatMap((part) => part.urls.flatMap((url) => url.expanded_url ?? [])),
    mentions: entities.flatMap((part) => part.user_mentions.map(asMentioned)),
    reply: replyOf(legacy),
    repost: inlined(legacy.retweeted_status_result, undefined),
    quote: inlined(quoted_status_result, wholeId(legacy.quoted_status_id_str)),
  };
}

type WebUser = z.output<typeof userSchema>;

function authorOf(user: WebUser | undefined, id: string | undefined): XUser {
  const handle = parseXHandle(user?.core?.screen_name ?? user?.legacy?.screen_name);
  return {
    id: wholeId(user?.rest_id, id),
    handle,
    name: user?.core?.name ?? user?.legacy?.name,
    bio: user?.legacy?.description,
    isProtected: user?.privacy?.protected ?? user?.legacy?.protected,
    isGone: user?.__typename === "UserUnavailable" ? true : undefined,
    followers: user?.legacy?.followers_count,
    following: user?.legacy?.friends_count,
  };
}

function replyOf(legacy: Tweet["legacy"]): XReferencedPost | undefined {
  const id = wholeId(legacy.in_reply_to_status_id_str);
  const author = {
    id: wholeId(legacy.in_reply_to_user_id_str),
    handle: legacy.in_reply_to_screen_name,
  };
  const namesSomebody = author.id !== undefined || author.handle !== undefined;
  if (id === undefined && !namesSomebody) return undefined;
  return { id, author: namesSomebody ? author : undefined, post: undefined };
}

/** Of a post that is gone X sends a tombstone, which tells nothing of it. */
function inlined(
  told: Tweet["quoted_status_result"],
  id: string | undefined,
): XReferencedPost | undefined {
  const result = isRecord(told?.result) ? withoutCover(told.result) : undefined;
  const parsed = result === undefined ? undefined : tweetSchema.safeParse(result);
  const post = parsed?.success === true ? asXPost(parsed.data) : undefined;
  if (post !== undefined) return { id: post.id, author: post.author, post };
  return id === undefined && told === undefined ? undefined : { id, author: undefined, post };
}
