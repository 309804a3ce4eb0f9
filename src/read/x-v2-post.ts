import { z } from "zod";
import { parseXHandle } from "../model/x-handle.js";
import {
  compiledOnUse,
  lenientList,
  lenientObject,
  optionalId,
  optionalText,
  requiredId,
} from "../platform/lenient.js";
import { asXUserOfV2, type V2User, v2UserSchema } from "../platform/x/v2-user.js";
import { type RecordReading, skippedRecord } from "./input-format.js";
import { readPostText } from "./post-text.js";
import { repostedInText } from "./reposted-in-text.js";
import { parseTime } from "./time.js";
import {
  readXPost,
  type XPost,
  type XReading,
  type XReferencedPost,
  xPostUrl,
} from "./x-shared.js";

const entitiesSchema = z.object({
  hashtags: lenientList(z.object({ tag: z.string() })),
  mentions: lenientList(v2UserSchema),
  urls: lenientList(
    z.object({ url: optionalText, expanded_url: optionalText, unwound_url: optionalText }),
  ),
});

const longTextSchema = lenientObject(
  z.object({ text: optionalText, entities: lenientObject(entitiesSchema) }),
);

const postFields = {
  id: requiredId,
  author_id: optionalId,
  author: lenientObject(v2UserSchema),
  created_at: optionalText,
  text: optionalText,
  lang: optionalText,
  in_reply_to_user_id: optionalId,
  in_reply_to_user: lenientObject(v2UserSchema),
  entities: lenientObject(entitiesSchema),
  note_tweet: longTextSchema,
  note_post: longTextSchema,
  edit_history_tweet_ids: lenientList(z.string()),
  edit_history_post_ids: lenientList(z.string()),
};

const referenceList = lenientList(z.looseObject({ type: z.string(), id: optionalId }));

export const v2PostSchema = compiledOnUse(
  z.object({
    ...postFields,
    referenced_tweets: referenceList,
    referenced_posts: referenceList,
  }),
);

type V2Post = z.output<typeof v2PostSchema>;

export const v2PostKeys = new Set(
  `article article_title attachments author author_id card_uri community_id context_annotations
  conversation_id created_at display_text_range edit_controls edit_history_post_ids
  edit_history_tweet_ids entities geo id in_reply_to_user in_reply_to_user_id lang
  matched_media_notes matching_rules media_metadata non_public_metrics note_post
  note_request_suggestions note_tweet organic_metrics paid_partnership possibly_sensitive
  promoted_metrics public_metrics referenced_posts referenced_tweets reply_settings scopes source
  suggested_source_links suggested_source_links_with_counts text username withheld
  __twarc`.split(/\s+/u),
);

/** What came along with a page, by id. */
export interface V2Included {
  readonly users: ReadonlyMap<string, V2User>;
  readonly posts: ReadonlyMap<string, V2Post>;
}

/** A post of a page, or one that carries what it refers to. */
export function readV2Post(
  post: V2Post,
  included: V2Included,
  reading: XReading & { readonly hasRoundedId?: boolean },
): RecordReading {
  const author = authorOf(post, included);
  if (author === undefined) return skippedRecord("a post without author_id");
  const { hasRoundedId } = reading;
  return readXPost({ ...asXPost(post, author, included), hasRoundedId }, reading);
}

function authorOf(post: V2Post, included: V2Included): V2User | undefined {
  if (post.author !== undefined) return post.author;
  return post.author_id === undefined ? undefined : userOf(post.author_id, included);
}

function userOf(id: string, included: V2Included): V2User {
  return included.users.get(id) ?? v2UserSchema.parse({ id });
}

function asXPost(post: V2Post, author: V2User, included: V2Included): XPost {
  const long = post.note_post ?? post.note_tweet;
  const entities = [post.entities, long?.entities].flatMap((part) => part ?? []);
  const references = [...post.referenced_posts, ...post.referenced_tweets];
  const referenced = (type: string): XReferencedPost | undefined => {
    const id = references.find((reference) => reference.type === type)?.id;
    return id === undefined ? undefined : referencedPost(id, included);
  };
  const answered = referenced("replied_to");
  const repost = repostOf(post, referenced("retweeted"));
  // X leaves `entities` out where a text has none, and where nobody asked for them.
  const isBare = entities.length === 0 && repost === undefined;
  const told = isBare ? readPostText(long?.text ?? post.text ?? "", "x") : undefined;
  return {
    id: post.id,
    editIds: [...post.edit_history_post_ids, ...post.edit_history_tweet_ids],
    author: asXUserOfV2(author),
    time: parseTime(post.created_at),
    url: xPostUrl(author.username, post.id),
    text: long?.text ?? post.text,
    language: post.lang,
    tags: told?.tags ?? [
      ...new Set(entities.flatMap((part) => part.hashtags.map(({ tag }) => tag))),
    ],
    links: entities.flatMap((part) =>
      part.urls.flatMap((url) => url.unwound_url ?? url.expanded_url ?? []),
    ),
    mentions:
      told === undefined
        ? entities.flatMap((part) => part.mentions.map(asXUserOfV2))
        : [told.answered ?? [], told.mentioned].flat().map((handle) => ({ id: undefined, handle })),
    reply: replyOf(post, answered, included),
    repost,
    quote: referenced("quoted"),
  };
}

/** A post may say whom it answers without saying which post: that is a reply to the person. */
function replyOf(
  post: V2Post,
  answered: XReferencedPost | undefined,
  included: V2Included,
): XReferencedPost | undefined {
  const id = post.in_reply_to_user_id;
  if (id === undefined) return answered;
  const user = post.in_reply_to_user ?? userOf(id, included);
  return { id: answered?.id, author: { ...asXUserOfV2(user), id }, post: undefined };
}

/** Where the reposted post did not come along, its text and its first mention say whose it is. */
function repostOf(post: V2Post, repost: XReferencedPost | undefined): XReferencedPost | undefined {
  const handle = parseXHandle(repostedInText(post.text));
  if (repost === undefined || repost.author !== undefined || handle === undefined) return repost;
  const named = post.entities?.mentions.find(
    ({ username }) => username?.toLowerCase() === handle.toLowerCase(),
  );
  return {
    ...repost,
    author: named === undefined ? { id: undefined, handle } : asXUserOfV2(named),
  };
}

/** Its author where the post came along; the post itself is read once, with the page. */
function referencedPost(id: string, included: V2Included): XReferencedPost {
  const post = included.posts.get(id);
  const author = post === undefined ? undefined : authorOf(post, included);
  return {
    id,
    author: author === undefined ? undefined : asXUserOfV2(author),
    post: undefined,
  };
}
