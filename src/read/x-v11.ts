import { z } from "zod";
import { parseXHandle, xKey } from "../model/x-handle.js";
import {
  type InputFormat,
  type InputRecord,
  isRecord,
  type RecordContext,
  type RecordReading,
  skippedRecord,
  unknownKeysOf,
} from "./input-format.js";
import {
  firstProblem,
  lenientList,
  lenientObject,
  optionalCount,
  optionalText,
  refusalFlag,
} from "./lenient.js";
import { parseTime } from "./time.js";
import {
  type XPost,
  type XReferencedPost,
  type XUser,
  xItems,
  xPostUrl,
  xRefusal,
} from "./x-shared.js";

/**
 * Posts of X's API v1.1, from search pages (`{"statuses": […]}`) or one a line, as twarc 1 and
 * many others kept them. The numeric `id` is rounded by JavaScript: only `id_str` is used.
 */
export const xV11: InputFormat = {
  name: "x-v1.1",
  title: "X API v1.1 posts",
  recognisedBy: "`id_str` and `user.screen_name`, or a deletion notice",
  reads:
    "author and profile, time, replies, mentions, reposts, quotes, hashtags, links, words; deletions",
  doesNotRead: "the rounded number `id`; places and media",
  recognises: (record) =>
    ("id_str" in record && isRecord(record.user) && "screen_name" in record.user) ||
    noticeSchema.safeParse(record).success,
  readRecord: readV11Record,
};

const userSchema = z.object({
  id_str: optionalText,
  screen_name: optionalText.transform(parseXHandle),
  name: optionalText,
  description: optionalText,
  protected: refusalFlag,
  followers_count: optionalCount,
  friends_count: optionalCount,
});

const entitiesSchema = lenientObject(
  z.object({
    hashtags: lenientList(z.object({ text: z.string() })),
    user_mentions: lenientList(userSchema),
    urls: lenientList(z.object({ url: optionalText, expanded_url: optionalText })),
  }),
);

const innerFields = {
  id_str: z.string().min(1),
  created_at: optionalText,
  text: optionalText,
  full_text: optionalText,
  lang: optionalText,
  user: userSchema,
  entities: entitiesSchema,
  extended_tweet: lenientObject(z.object({ full_text: optionalText, entities: entitiesSchema })),
  in_reply_to_status_id_str: optionalText,
  in_reply_to_user_id_str: optionalText,
  in_reply_to_screen_name: optionalText.transform(parseXHandle),
  quoted_status_id_str: optionalText,
};

/** What a repost carries may be a quote itself, with the quoted post inside. */
const quotedSchema = z.object(innerFields);
const repostedSchema = z.object({ ...innerFields, quoted_status: lenientObject(quotedSchema) });
const postSchema = z.compile(
  z.object({
    ...innerFields,
    quoted_status: lenientObject(quotedSchema),
    retweeted_status: lenientObject(repostedSchema),
  }),
);

type V11User = z.output<typeof userSchema>;
type V11Quoted = z.output<typeof quotedSchema>;
type V11Reposted = z.output<typeof repostedSchema>;
type V11Post = z.output<typeof postSchema>;

const knownKeys = new Set(
  `contributors coordinates created_at display_text_range entities extended_entities
  extended_tweet favorite_count favorited filter_level full_text geo id id_str
  in_reply_to_screen_name in_reply_to_status_id in_reply_to_status_id_str in_reply_to_user_id
  in_reply_to_user_id_str is_quote_status lang matching_rules metadata place possibly_sensitive
  quote_count quoted_status quoted_status_id quoted_status_id_str quoted_status_permalink
  reply_count retweet_count retweeted retweeted_status scopes source text timestamp_ms truncated
  user withheld_copyright withheld_in_countries`.split(/\s+/u),
);

const noticeSchema = z.object({ delete: z.object({ status: z.object({ id_str: z.string() }) }) });

function readV11Record(record: InputRecord, context: RecordContext): RecordReading {
  const notice = "delete" in record ? noticeSchema.safeParse(record) : undefined;
  if (notice?.success === true) {
    const post = xKey(notice.data.delete.status.id_str);
    return { items: [{ type: "deletion", post }], skipped: [], unknownKeys: [] };
  }
  const parsed = postSchema.safeParse(record);
  if (!parsed.success) return skippedRecord(`not a whole post (${firstProblem(parsed.error)})`);
  const post = asXPost(parsed.data);
  if (post.author.isProtected === true) {
    const skipped = skippedRecord("not public (protected account)");
    return { ...skipped, items: xRefusal(post.author, context) };
  }
  return {
    items: xItems(post, { role: context.role, retrievedAt: context.retrievedAt }),
    skipped: [],
    unknownKeys: unknownKeysOf(record, knownKeys),
  };
}

function asXPost(post: V11Quoted | V11Reposted | V11Post): XPost {
  const entities = [post.entities, post.extended_tweet?.entities].flatMap((part) => part ?? []);
  return {
    id: post.id_str,
    author: asXUser(post.user),
    time: parseTime(post.created_at),
    url: xPostUrl(post.user.screen_name, post.id_str),
    text: post.extended_tweet?.full_text ?? post.full_text ?? post.text,
    language: post.lang,
    tags: [...new Set(entities.flatMap((part) => part.hashtags.map(({ text }) => text)))],
    links: entities.flatMap((part) => part.urls.flatMap((url) => url.expanded_url ?? [])),
    mentions: entities.flatMap((part) => part.user_mentions.map(asXUser)),
    reply: replyOf(post),
    repost: "retweeted_status" in post ? inlined(post.retweeted_status, undefined) : undefined,
    quote: inlined(
      "quoted_status" in post ? post.quoted_status : undefined,
      post.quoted_status_id_str,
    ),
  };
}

function asXUser(user: V11User): XUser {
  return {
    id: user.id_str,
    handle: user.screen_name,
    name: user.name,
    bio: user.description,
    isProtected: user.protected,
    followers: user.followers_count,
    following: user.friends_count,
  };
}

/** A reply may name the person and no post. */
function replyOf(post: V11Quoted): XReferencedPost | undefined {
  const author = { id: post.in_reply_to_user_id_str, handle: post.in_reply_to_screen_name };
  const id = post.in_reply_to_status_id_str;
  const namesSomebody = author.id !== undefined || author.handle !== undefined;
  if (id === undefined && !namesSomebody) return undefined;
  return { id, author: namesSomebody ? author : undefined, post: undefined };
}

function inlined(
  post: V11Quoted | V11Reposted | undefined,
  id: string | undefined,
): XReferencedPost | undefined {
  if (post === undefined) return id === undefined ? undefined : { id, author: undefined, post };
  return { id: post.id_str, author: asXUser(post.user), post: asXPost(post) };
}
