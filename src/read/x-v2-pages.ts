import { z } from "zod";
import type { AccountItem, Item } from "../model/item.js";
import { parseXHandle } from "../model/x-handle.js";
import {
  compiledOnUse,
  firstProblem,
  lenientList,
  lenientObject,
  optionalId,
  optionalText,
} from "../platform/lenient.js";
import { type InputRecord, isRecord, type RecordContext } from "../platform/record.js";
import { asXUserOfV2, isV2User, readXUser, v2UserSchema } from "../platform/x/v2-user.js";
import { type XUser, xAccountItem } from "../platform/x/x-user.js";
import {
  type InputFormat,
  type RecordReading,
  skippedRecord,
  unknownKeysOf,
} from "./input-format.js";
import { parseTime } from "./time.js";
import { readV2Post, type V2Included, v2PostKeys, v2PostSchema } from "./x-v2-post.js";

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

/** Posts, an answer without any, or what came along with posts, as academictwitteR keeps it. */
function isPage({ data, includes, meta, __twarc, errors, users, tweets }: InputRecord): boolean {
  if (isRecord(data) || Array.isArray(data)) {
    return isRecord(includes) || isRecord(meta) || isRecord(__twarc);
  }
  if (data !== undefined) return false;
  const isAlong = Array.isArray(users) && users.some((user) => isV2User(user));
  return (
    isAlong ||
    (isRecord(meta) && typeof meta.result_count === "number") ||
    (Array.isArray(errors) && tweets === undefined)
  );
}

const pageSchema = compiledOnUse(
  z.object({
    data: z.union([z.array(z.unknown()), z.looseObject({}).transform((post) => [post])]),
    includes: lenientObject(
      z.object({
        users: lenientList(v2UserSchema),
        tweets: lenientList(v2PostSchema),
        posts: lenientList(v2PostSchema),
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

const knownPageKeys = new Set(
  "data errors includes matching_rules media meta places polls posts tweets users __twarc".split(
    " ",
  ),
);

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
  const included: V2Included = {
    users: new Map(users.flatMap((user) => (typeof user.id === "string" ? [[user.id, user]] : []))),
    posts: new Map(
      [...(page.includes?.posts ?? []), ...(page.includes?.tweets ?? [])].map((post) => [
        post.id,
        post,
      ]),
    ),
  };
  const items: Item[] = users.flatMap(
    (user) => xAccountItem({ ...asXUserOfV2(user), isGone: false }, retrievedAt, undefined) ?? [],
  );
  const skipped: string[] = [];
  const unknownKeys = unknownKeysOf(record, knownPageKeys);
  const addItems = (added: readonly Item[]): void => {
    for (const item of added) items.push(item);
  };
  addItems(goneAuthors(page, included.users, retrievedAt));
  for (const value of page.data) {
    if (isV2User(value)) {
      addItems([readXUser(value, retrievedAt) ?? []].flat());
      continue;
    }
    if (isRecord(value) && "tweet_count" in value) {
      skipped.push("a count of posts, and no post");
      continue;
    }
    const post = v2PostSchema.safeParse(value);
    if (!post.success) {
      skipped.push(`not a whole post (${firstProblem(post.error)})`);
      continue;
    }
    if (isRecord(value)) {
      for (const key of unknownKeysOf(value, v2PostKeys)) unknownKeys.push(key);
    }
    const reading = readV2Post(post.data, included, { ...context, retrievedAt });
    addItems(reading.items);
    for (const reason of reading.skipped) skipped.push(reason);
  }
  for (const post of included.posts.values()) {
    addItems(readV2Post(post, included, { origin: "referenced", retrievedAt }).items);
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
  users: V2Included["users"],
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
