import { z } from "zod";
import { parseXHandle, xKey } from "../model/x-handle.js";
import {
  compiledOnUse,
  firstProblem,
  lenientList,
  lenientObject,
  optionalCount,
  optionalFlag,
  optionalText,
  refusalFlag,
} from "../platform/lenient.js";
import { type InputRecord, isRecord, type RecordContext } from "../platform/record.js";
import {
  profileEntities,
  profileSites,
  userId,
  wholeId,
  type XUser,
  xId,
} from "../platform/x/x-user.js";
import {
  type InputFormat,
  type RecordReading,
  skippedRecord,
  unknownKeysOf,
} from "./input-format.js";
import { isRoundedId } from "./parse-json.js";
import { postOfRtweet, rtweetWithUsers } from "./rtweet-1.js";
import { parseTime } from "./time.js";
import { editIdsIn, readXPost, type XPost, type XReferencedPost, xPostUrl } from "./x-shared.js";

/**
 * Posts of X's API v1.1, from search pages (`{"statuses": […]}`) or one a line, as twarc 1 and
 * many others kept them, and rows of rtweet 1.x, which keeps users apart. The number `id` is used where
 * there is no `id_str`.
 */
export const xV11: InputFormat = {
  name: "x-v1.1",
  title: "X API v1.1 posts",
  recognisedBy:
    "an id with `user.screen_name`, or with `entities` and `truncated`; a deletion notice",
  reads:
    "author and profile, time, replies, mentions, reposts, quotes, hashtags, links, words; deletions",
  doesNotRead: "places and media",
  recognises: (record) => isV11Post(postOfRtweet(record)) || noticeSchema.safeParse(record).success,
  readRecord: readV11Record,
};

/** The user is missing from rows of rtweet 1.x, and empty where X has suspended somebody. */
function isV11Post({ id_str, id, user, created_at, entities, truncated }: InputRecord): boolean {
  const hasId = typeof id_str === "string" || typeof id === "number" || typeof id === "string";
  const namesUser = isRecord(user) && typeof user.screen_name === "string";
  const hasShape = isRecord(entities) && typeof truncated === "boolean";
  return hasId && typeof created_at === "string" && (namesUser || hasShape);
}

const userSchema = z.object({
  id_str: xId,
  id: xId,
  screen_name: optionalText,
  suspended: optionalFlag,
  name: optionalText,
  description: optionalText,
  entities: profileEntities,
  protected: refusalFlag,
  followers_count: optionalCount,
  friends_count: optionalCount,
});

/** What a text names, which X's web page tells in the same way. */
export const entitiesSchema = z.object({
  hashtags: lenientList(z.object({ text: z.string() })),
  user_mentions: lenientList(userSchema),
  urls: lenientList(z.object({ url: optionalText, expanded_url: optionalText })),
});

const innerFields = {
  id_str: xId,
  id: xId,
  edit_control: z.unknown().optional(),
  edit_info: z.unknown().optional(),
  created_at: optionalText,
  text: optionalText,
  full_text: optionalText,
  lang: optionalText,
  user: lenientObject(userSchema),
  user_id: xId,
  user_id_str: xId,
  entities: lenientObject(entitiesSchema),
  extended_tweet: lenientObject(
    z.object({ full_text: optionalText, entities: lenientObject(entitiesSchema) }),
  ),
  in_reply_to_status_id_str: xId,
  in_reply_to_status_id: xId,
  in_reply_to_user_id_str: xId,
  in_reply_to_user_id: xId,
  in_reply_to_screen_name: optionalText.transform(parseXHandle),
  quoted_status_id_str: xId,
  quoted_status_id: xId,
};

interface Ids {
  readonly id_str: string | number | undefined;
  readonly id: string | number | undefined;
}

/** A post without an id is none. */
function withPostId<Post extends Ids>(
  post: Post,
  context: z.RefinementCtx,
): Post & { readonly postId: string } {
  const postId = wholeId(post.id_str, post.id);
  if (postId !== undefined) return { ...post, postId };
  context.addIssue({ code: "custom", message: "no id", path: ["id_str"] });
  return z.NEVER;
}

/** What a repost carries may be a quote itself, with the quoted post inside. */
const quotedSchema = z.object(innerFields).transform(withPostId);
const repostedSchema = z
  .object({ ...innerFields, quoted_status: lenientObject(quotedSchema) })
  .transform(withPostId);
const postSchema = compiledOnUse(
  z
    .object({
      ...innerFields,
      quoted_status: lenientObject(quotedSchema),
      retweeted_status: lenientObject(repostedSchema),
    })
    .transform(withPostId),
);

type V11User = z.output<typeof userSchema>;
type V11Quoted = z.output<typeof quotedSchema>;
type V11Reposted = z.output<typeof repostedSchema>;
type V11Post = z.output<typeof postSchema>;

const knownKeys = new Set(
  `contributors coordinates created_at display_text_range display_text_width edit_control edit_info entities extended_entities
  extended_tweet favorite_count favorited favorited_by filter_level full_text geo id id_str
  in_reply_to_screen_name in_reply_to_status_id in_reply_to_status_id_str in_reply_to_user_id
  in_reply_to_user_id_str is_quote_status lang matching_rules metadata place possibly_sensitive
  possibly_sensitive_appealable query quote_count quoted_status quoted_status_id quoted_status_id_str quoted_status_permalink
  reply_count retweet_count retweeted retweeted_status scopes source text timestamp_ms truncated
  user user_id user_id_str withheld_copyright withheld_in_countries`.split(/\s+/u),
);

const noticeSchema = z.object({ delete: z.object({ status: z.object({ id_str: z.string() }) }) });

function readV11Record(written: InputRecord, context: RecordContext): RecordReading {
  const record = postOfRtweet(written);
  const notice = "delete" in record ? noticeSchema.safeParse(record) : undefined;
  if (notice?.success === true) {
    const post = xKey(notice.data.delete.status.id_str);
    return { items: [{ type: "deletion", post }], skipped: [], unknownKeys: [] };
  }
  const post = readV11Post(record);
  if (typeof post === "string") return skippedRecord(`not a whole post (${post})`);
  const reading = readXPost(post, context, unknownKeysOf(record, knownKeys));
  const remarks = [
    ...(reading.remarks ?? []),
    ...(hasRoundedTwin(record) ? [roundedTwinRemark] : []),
    ...(isWithoutUser(record) ? [withoutUserRemark] : []),
  ];
  return { ...reading, remarks };
}

/** rtweet 1.x keeps users apart, and loses them where its posts alone are written; X empties them. */
function isWithoutUser(record: InputRecord): boolean {
  return !("user" in record) && (record.user_id ?? record.user_id_str) == null;
}

const withoutUserRemark = `no author, whom rtweet keeps apart; in R, write ${rtweetWithUsers}`;

const roundedTwinRemark = "an `id` that was rounded before; `id_str` is used";

/** The number and the text of an id are the same, unless the number was rounded. */
function hasRoundedTwin({ id, id_str }: InputRecord): boolean {
  return (
    typeof id_str === "string" && /^\d+$/u.test(id_str) && isRoundedId(id) && String(id) !== id_str
  );
}

/** A post as v1.1 tells it, or what is wrong with it. */
export function readV11Post(record: InputRecord): XPost | string {
  const parsed = postSchema.safeParse(record);
  return parsed.success ? asXPost(parsed.data) : firstProblem(parsed.error);
}

function asXPost(post: V11Quoted | V11Reposted | V11Post): XPost {
  const entities = [post.entities, post.extended_tweet?.entities].flatMap((part) => part ?? []);
  const author = authorOf(post);
  return {
    id: post.postId,
    hasRoundedId: typeof post.id_str !== "string" && typeof post.id === "number",
    editIds: editIdsIn(post.edit_control ?? post.edit_info),
    author,
    time: parseTime(post.created_at),
    url: xPostUrl(author.handle, post.postId),
    text: post.extended_tweet?.full_text ?? post.full_text ?? post.text,
    language: post.lang,
    tags: [...new Set(entities.flatMap((part) => part.hashtags.map(({ text }) => text)))],
    links: entities.flatMap((part) => part.urls.flatMap((url) => url.expanded_url ?? [])),
    mentions: entities.flatMap((part) => part.user_mentions.map(asXUser)),
    reply: replyOf(post),
    repost: "retweeted_status" in post ? inlined(post.retweeted_status, undefined) : undefined,
    quote: inlined(
      "quoted_status" in post ? post.quoted_status : undefined,
      wholeId(post.quoted_status_id_str, post.quoted_status_id),
    ),
  };
}

function authorOf({ user, user_id_str, user_id }: V11Quoted): XUser {
  const author = user === undefined ? undefined : asXUser(user);
  if (author?.id !== undefined || author?.handle !== undefined) return author;
  return { ...author, id: wholeId(user_id_str, user_id), handle: undefined };
}

/** Somebody as v1.1 tells of people, and X's web page of those who are mentioned; a suspended one has an empty name. */
export function asXUser(user: V11User): XUser {
  const handle = parseXHandle(user.screen_name);
  return {
    id: userId(handle, user.id_str, user.id),
    handle,
    name: user.name,
    bio: user.description,
    sites: profileSites(user.entities),
    isProtected: user.protected,
    isGone: user.suspended === true || user.screen_name === "" ? true : undefined,
    followers: user.followers_count,
    following: user.friends_count,
  };
}

/** A reply may name the person and no post. */
function replyOf(post: V11Quoted): XReferencedPost | undefined {
  const handle = post.in_reply_to_screen_name;
  const author = {
    id: userId(handle, post.in_reply_to_user_id_str, post.in_reply_to_user_id),
    handle,
  };
  const id = wholeId(post.in_reply_to_status_id_str, post.in_reply_to_status_id);
  const namesSomebody = author.id !== undefined || handle !== undefined;
  if (id === undefined && !namesSomebody) return undefined;
  return { id, author: namesSomebody ? author : undefined, post: undefined };
}

function inlined(
  post: V11Quoted | V11Reposted | undefined,
  id: string | undefined,
): XReferencedPost | undefined {
  if (post === undefined) return id === undefined ? undefined : { id, author: undefined, post };
  const inner = asXPost(post);
  return { id: inner.id, author: inner.author, post: inner };
}
