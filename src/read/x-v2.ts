import { z } from "zod";
import type { AccountItem, Item } from "../model/item.js";
import { parseXHandle } from "../model/x-handle.js";
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
  optionalId,
  optionalText,
  refusalFlag,
  requiredId,
} from "./lenient.js";
import { isRoundedId } from "./parse-json.js";
import { readPostText } from "./post-text.js";
import { repostedInText } from "./reposted-in-text.js";
import { parseTime } from "./time.js";
import {
  profileEntities,
  profileSites,
  readXPost,
  userId,
  type XPost,
  type XReading,
  type XReferencedPost,
  type XUser,
  xAccountItem,
  xId,
  xPostUrl,
} from "./x-shared.js";

/**
 * Answers of X's API v2, one a line, as twarc2 and others keep them: `data` with `includes`
 * (https://docs.x.com/x-api). Since August 2026 the words "tweet" in keys read "post".
 */
export const xV2Pages: InputFormat = {
  name: "x-v2",
  title: "X API v2 answers",
  recognisedBy:
    "`data` with `includes` or `meta`; lines that hold only `errors`; `users` and `tweets` as academictwitteR keeps them",
  reads: "author and profile, time, replies, mentions, reposts, quotes, hashtags, links, words",
  doesNotRead: "places, polls and media",
  recognises: isPage,
  readRecord: readPage,
};

/** Posts of X's API v2 with their authors and referenced posts put inside, as twarc2 flattens. */
export const xV2Flat: InputFormat = {
  name: "x-v2-flat",
  title: "flattened X API v2 posts",
  recognisedBy: "`id`, `author_id` and `text`, with the author inside or without",
  reads: "author and profile, time, replies, mentions, reposts, quotes, hashtags, links, words",
  doesNotRead: "places, polls and media",
  recognises: ({ id, author_id, text }) => isId(id) && isId(author_id) && typeof text === "string",
  readRecord: readFlatPost,
};

/** Posts, an answer without any, or what came along with posts, as academictwitteR keeps it. */
function isPage({ data, includes, meta, __twarc, errors, users, tweets }: InputRecord): boolean {
  if (isRecord(data) || Array.isArray(data)) {
    return isRecord(includes) || isRecord(meta) || isRecord(__twarc);
  }
  if (data !== undefined) return false;
  const isAlong = Array.isArray(users) && users.some((user) => isUser(user));
  return (
    isAlong ||
    (isRecord(meta) && typeof meta.result_count === "number") ||
    (Array.isArray(errors) && tweets === undefined)
  );
}

function isId(value: unknown): boolean {
  return (typeof value === "string" && value !== "") || typeof value === "number";
}

/** What is listed as data may be people too. */
function isUser(value: unknown): value is InputRecord {
  return (
    isRecord(value) && isId(value.id) && typeof value.username === "string" && !("text" in value)
  );
}

const userSchema = z.compile(
  z.object({
    id: xId,
    username: optionalText.transform(parseXHandle),
    name: optionalText,
    description: optionalText,
    entities: profileEntities,
    protected: refusalFlag,
    public_metrics: lenientObject(
      z.object({ followers_count: optionalCount, following_count: optionalCount }),
    ),
  }),
);

const entitiesSchema = z.object({
  hashtags: lenientList(z.object({ tag: z.string() })),
  mentions: lenientList(userSchema),
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
  author: lenientObject(userSchema),
  created_at: optionalText,
  text: optionalText,
  lang: optionalText,
  in_reply_to_user_id: optionalId,
  in_reply_to_user: lenientObject(userSchema),
  entities: lenientObject(entitiesSchema),
  note_tweet: longTextSchema,
  note_post: longTextSchema,
  edit_history_tweet_ids: lenientList(z.string()),
  edit_history_post_ids: lenientList(z.string()),
};

const referenceList = lenientList(z.looseObject({ type: z.string(), id: optionalId }));

const postSchema = z.compile(
  z.object({
    ...postFields,
    referenced_tweets: referenceList,
    referenced_posts: referenceList,
  }),
);

const pageSchema = z.compile(
  z.object({
    data: z.union([z.array(z.unknown()), z.looseObject({}).transform((post) => [post])]),
    includes: lenientObject(
      z.object({
        users: lenientList(userSchema),
        tweets: lenientList(postSchema),
        posts: lenientList(postSchema),
      }),
    ),
    errors: lenientList(
      z.object({
        resource_type: optionalText,
        title: optionalText,
        type: optionalText,
        detail: optionalText,
        parameter: optionalText,
        value: optionalId,
        resource_id: optionalId,
      }),
    ),
    __twarc: lenientObject(z.object({ retrieved_at: optionalText })),
  }),
);

type V2Page = z.output<typeof pageSchema>;
type V2User = z.output<typeof userSchema>;
type V2Post = z.output<typeof postSchema>;

const knownPageKeys = new Set(
  "data errors includes matching_rules media meta places polls posts tweets users __twarc".split(
    " ",
  ),
);

const knownPostKeys = new Set(
  `article article_title attachments author author_id card_uri community_id context_annotations
  conversation_id created_at display_text_range edit_controls edit_history_post_ids
  edit_history_tweet_ids entities geo id in_reply_to_user in_reply_to_user_id lang
  matched_media_notes matching_rules media_metadata non_public_metrics note_post
  note_request_suggestions note_tweet organic_metrics paid_partnership possibly_sensitive
  promoted_metrics public_metrics referenced_posts referenced_tweets reply_settings scopes source
  suggested_source_links suggested_source_links_with_counts text username withheld
  __twarc`.split(/\s+/u),
);

/** A user by itself, as lists of people hold it; `undefined` where it is not whole. */
export function readXUser(
  value: unknown,
  retrievedAt: number | undefined,
): AccountItem | undefined {
  const parsed = userSchema.safeParse(value);
  return parsed.success ? xAccountItem(asXUser(parsed.data), retrievedAt, undefined) : undefined;
}

/** What came along with a page, by id. */
interface Included {
  readonly users: ReadonlyMap<string, V2User>;
  readonly posts: ReadonlyMap<string, V2Post>;
}

function readPage(record: InputRecord, context: RecordContext): RecordReading {
  const isAlong = Array.isArray(record.users);
  if (!("data" in record) && !isAlong) {
    return Array.isArray(record.errors) ? skippedRecord("an error answer without posts") : nothing;
  }
  const parsed = pageSchema.safeParse(isAlong ? { data: [], includes: record } : record);
  if (!parsed.success) return skippedRecord(`not a whole answer (${firstProblem(parsed.error)})`);
  const page = parsed.data;
  const retrievedAt = parseTime(page.__twarc?.retrieved_at) ?? context.retrievedAt;
  const users = page.includes?.users ?? [];
  const included: Included = {
    users: new Map(users.flatMap((user) => (typeof user.id === "string" ? [[user.id, user]] : []))),
    posts: new Map(
      [...(page.includes?.posts ?? []), ...(page.includes?.tweets ?? [])].map((post) => [
        post.id,
        post,
      ]),
    ),
  };
  const items: Item[] = users.flatMap(
    (user) => xAccountItem({ ...asXUser(user), isGone: false }, retrievedAt, undefined) ?? [],
  );
  const skipped: string[] = [];
  const unknownKeys = unknownKeysOf(record, knownPageKeys);
  const addItems = (added: readonly Item[]): void => {
    for (const item of added) items.push(item);
  };
  addItems(goneAuthors(page, included.users, retrievedAt));
  for (const value of page.data) {
    if (isUser(value)) {
      addItems([readXUser(value, retrievedAt) ?? []].flat());
      continue;
    }
    if (isRecord(value) && "tweet_count" in value) {
      skipped.push("a count of posts, and no post");
      continue;
    }
    const post = postSchema.safeParse(value);
    if (!post.success) {
      skipped.push(`not a whole post (${firstProblem(post.error)})`);
      continue;
    }
    if (isRecord(value)) {
      for (const key of unknownKeysOf(value, knownPostKeys)) unknownKeys.push(key);
    }
    const reading = readPost(post.data, included, { ...context, retrievedAt });
    addItems(reading.items);
    for (const reason of reading.skipped) skipped.push(reason);
  }
  for (const post of included.posts.values()) {
    addItems(readPost(post, included, { role: "referenced", retrievedAt }).items);
  }
  return { items, skipped, unknownKeys };
}

const nothing: RecordReading = { items: [], skipped: [], unknownKeys: [] };

/**
 * Who is no longer there: whom an error names as suspended or not found, and authors whose profile
 * did not come along where most did. X leaves out those of suspended people without a word.
 */
function goneAuthors(
  { data, errors }: V2Page,
  users: Included["users"],
  retrievedAt: number | undefined,
): AccountItem[] {
  const gone: XUser[] = errors.filter(saysGone).map(({ value, resource_id, parameter }) => {
    const name = value ?? resource_id;
    const isHandle = parameter?.includes("username") ?? false;
    return isHandle
      ? { id: undefined, handle: parseXHandle(name) }
      : { id: name, handle: undefined };
  });
  const authors = new Set(data.flatMap((post) => authorIdOf(post) ?? []));
  const missing = [...authors].filter((id) => !users.has(id));
  const withheld = new Set(data.flatMap((post) => (isWithheldUser(post) ? authorIdOf(post) : [])));
  for (const id of missing) {
    const isOneOfFew = missing.length * 2 <= authors.size;
    if (isOneOfFew || withheld.has(id)) gone.push({ id, handle: undefined });
  }
  return gone.flatMap(
    (user) => xAccountItem({ ...user, isGone: true }, retrievedAt, undefined) ?? [],
  );
}

function saysGone({ resource_type, title, type, detail }: V2Page["errors"][number]): boolean {
  const words = [title, type, detail].join(" ");
  return resource_type === "user" && /forbidden|suspended|not[ -]found/iu.test(words);
}

/** X has withheld all that an author wrote, not this post alone. */
function isWithheldUser(post: unknown): boolean {
  return isRecord(post) && isRecord(post.withheld) && post.withheld.scope === "user";
}

/** Of a post whose author did not come inside it. */
function authorIdOf(post: unknown): string | undefined {
  return isRecord(post) && !("author" in post) ? optionalId.parse(post.author_id) : undefined;
}

function readFlatPost(record: InputRecord, context: RecordContext): RecordReading {
  const parsed = postSchema.safeParse(record);
  if (!parsed.success) return skippedRecord(`not a whole post (${firstProblem(parsed.error)})`);
  const post = parsed.data;
  const twarc = record.__twarc;
  const retrieved = isRecord(twarc) ? optionalText.parse(twarc.retrieved_at) : undefined;
  const inlined = [...post.referenced_posts, ...post.referenced_tweets].flatMap((reference) => {
    const inner = postSchema.safeParse(reference);
    return inner.success && inner.data.author_id !== undefined ? [inner.data] : [];
  });
  const included: Included = {
    users: new Map(),
    posts: new Map(inlined.map((inner) => [inner.id, inner])),
  };
  const retrievedAt = parseTime(retrieved) ?? context.retrievedAt;
  const hasRoundedId = isRoundedId(record.id);
  const reading = readPost(post, included, { role: context.role, retrievedAt, hasRoundedId });
  const referenced = { role: "referenced", retrievedAt } as const;
  const items = [
    ...inlined.flatMap((inner) => readPost(inner, included, referenced).items),
    ...reading.items,
  ];
  return { ...reading, items, unknownKeys: unknownKeysOf(record, knownPostKeys) };
}

function readPost(
  post: V2Post,
  included: Included,
  reading: XReading & { readonly hasRoundedId?: boolean },
): RecordReading {
  const author = authorOf(post, included);
  if (author === undefined) return skippedRecord("a post without author_id");
  const { hasRoundedId } = reading;
  return readXPost({ ...asXPost(post, author, included), hasRoundedId }, reading);
}

function authorOf(post: V2Post, included: Included): V2User | undefined {
  if (post.author !== undefined) return post.author;
  return post.author_id === undefined ? undefined : userOf(post.author_id, included);
}

function userOf(id: string, included: Included): V2User {
  return included.users.get(id) ?? userSchema.parse({ id });
}

function asXUser(user: V2User): XUser {
  return {
    id: userId(user.username, user.id),
    handle: user.username,
    name: user.name,
    bio: user.description,
    sites: profileSites(user.entities),
    isProtected: user.protected,
    followers: user.public_metrics?.followers_count,
    following: user.public_metrics?.following_count,
  };
}

function asXPost(post: V2Post, author: V2User, included: Included): XPost {
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
    author: asXUser(author),
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
        ? entities.flatMap((part) => part.mentions.map(asXUser))
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
  included: Included,
): XReferencedPost | undefined {
  const id = post.in_reply_to_user_id;
  if (id === undefined) return answered;
  const user = post.in_reply_to_user ?? userOf(id, included);
  return { id: answered?.id, author: { ...asXUser(user), id }, post: undefined };
}

/** Where the reposted post did not come along, its text and its first mention say whose it is. */
function repostOf(post: V2Post, repost: XReferencedPost | undefined): XReferencedPost | undefined {
  const handle = parseXHandle(repostedInText(post.text));
  if (repost === undefined || repost.author !== undefined || handle === undefined) return repost;
  const named = post.entities?.mentions.find(
    ({ username }) => username?.toLowerCase() === handle.toLowerCase(),
  );
  return { ...repost, author: named === undefined ? { id: undefined, handle } : asXUser(named) };
}

/** Its author where the post came along; the post itself is read once, with the page. */
function referencedPost(id: string, included: Included): XReferencedPost {
  const post = included.posts.get(id);
  const author = post === undefined ? undefined : authorOf(post, included);
  return {
    id,
    author: author === undefined ? undefined : asXUser(author),
    post: undefined,
  };
}
