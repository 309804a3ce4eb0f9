import { z } from "zod";
import type { AnswerLine } from "../../model/collection-log.js";
import type { Respect } from "../../model/provenance.js";
import { isOfPeriod, type Question } from "../../model/question.js";
import { readXUser, v2UserSchema } from "../../platform/x/v2-user.js";
import { type BriefAccount, briefItem } from "../brief-account.js";
import type { BriefPost } from "../brief-post.js";
import type { AnswerContent } from "../collected.js";

const count = z.int().nonnegative().optional().catch(undefined);
const list = z.array(z.unknown()).catch([]);

const postSchema = z.object({
  id: z.string(),
  author_id: z.string(),
  created_at: z.string().optional().catch(undefined),
  public_metrics: z
    .object({ retweet_count: count, repost_count: count, reply_count: count })
    .catch({}),
});

const pageSchema = z.object({
  data: list.optional(),
  includes: z.object({ users: list }).catch({ users: [] }),
  meta: z.object({ next_token: z.string().optional() }).catch({}),
});

/** What a page of X says that a collection goes on from. */
export function xContent(
  { step, question }: Pick<AnswerLine, "step" | "question">,
  body: unknown,
  respect: Respect,
): AnswerContent {
  const { data: page } = pageSchema.safeParse(body);
  if (step !== "timeline" || page === undefined) return { posts: [] };
  const users = new Map(
    page.includes.users.flatMap((value) => {
      const { data: user } = v2UserSchema.safeParse(value);
      return typeof user?.id === "string" ? [[user.id, value] as const] : [];
    }),
  );
  const posts = (page.data ?? []).flatMap((value) => {
    const { data: post } = postSchema.safeParse(value);
    if (post === undefined) return [];
    const author = readXUser(users.get(post.author_id) ?? { id: post.author_id }, undefined);
    return author === undefined ? [] : [briefPost(post, briefItem(author, respect), question)];
  });
  return { posts };
}

function briefPost(
  post: z.output<typeof postSchema>,
  author: BriefAccount,
  question: Question,
): BriefPost {
  const parsed = Date.parse(post.created_at ?? "");
  const time = Number.isNaN(parsed) ? undefined : parsed;
  const { retweet_count, repost_count, reply_count } = post.public_metrics;
  return {
    key: `x:${post.id}`,
    id: post.id,
    postedAt: post.created_at,
    time,
    replies: reply_count ?? 0,
    reposts: repost_count ?? retweet_count ?? 0,
    isReply: false,
    // The search itself has looked at the hashtags.
    isFound: isOfPeriod(question, time),
    author: {
      ...author,
      id: post.author_id,
      address: author.key,
      homeOrigin: undefined,
      hidesFollowing: false,
    },
  };
}

/** Where a list of X goes on. */
export function nextToken(body: unknown): string | undefined {
  const token = pageSchema.safeParse(body).data?.meta.next_token;
  return token === "" ? undefined : token;
}

/** How many different posts and people a page holds: what X bills. */
export function billedIds(body: unknown): { posts: string[]; people: string[] } {
  const { data: page } = billSchema.safeParse(body);
  const includes = page?.includes;
  // A post may tell a name as well, but a person has no author.
  const isPeople =
    page?.data.some((thing) => thing.author_id === undefined && thing.username !== undefined) ===
    true;
  const ids = (things: readonly { id: string }[] | undefined): string[] =>
    (things ?? []).map(({ id }) => id);
  return {
    posts: [
      ...(isPeople ? [] : ids(page?.data)),
      ...ids(includes?.tweets),
      ...ids(includes?.posts),
    ],
    people: [...(isPeople ? ids(page?.data) : []), ...ids(includes?.users)],
  };
}

const word = z.string().optional().catch(undefined);
const things = z.array(z.object({ id: z.string(), author_id: word, username: word })).catch([]);
const billSchema = z.object({
  data: things,
  includes: z.object({ tweets: things, posts: things, users: things }).optional().catch(undefined),
});

/**
 * A page without what closed accounts wrote and reposted, how many of these there were, and without
 * their profiles. That an open post names a closed account is everybody's to see, and stays.
 */
export function withoutProtected(body: unknown): { value: unknown; leftOut: number } {
  const { data: page } = pageSchema.safeParse(body);
  const closed = new Set(
    [...(page?.includes.users ?? []), ...(page?.data ?? [])].flatMap((value) => {
      const { data: user } = v2UserSchema.safeParse(value);
      return user?.protected === true && typeof user.id === "string" ? [user.id] : [];
    }),
  );
  if (closed.size === 0) return { value: body, leftOut: 0 };
  let leftOut = 0;
  const open = (things: unknown): unknown => {
    if (!Array.isArray(things)) return things;
    const kept = things.filter((thing) => !isOf(thing, closed));
    leftOut += things.length - kept.length;
    return kept;
  };
  const { data, includes, meta, ...rest } = record.parse(body);
  const { users, tweets, posts, ...others } = record.parse(includes);
  const kept = Array.isArray(users) ? users.filter((user) => !isOf(user, closed)) : users;
  const value = {
    ...rest,
    data: open(data),
    includes: { ...others, users: kept, tweets: open(tweets), posts: open(posts) },
    // The newest and the oldest of the page may be among what is left out.
    meta: { ...record.parse(meta), newest_id: undefined, oldest_id: undefined },
  };
  return { value, leftOut };
}

const record = z.looseObject({}).catch({});

/** Whether something is a closed account, or a post of one. */
function isOf(thing: unknown, closed: ReadonlySet<string>): boolean {
  if (typeof thing !== "object" || thing === null) return false;
  const id: unknown = Reflect.get(thing, "author_id") ?? Reflect.get(thing, "id");
  return typeof id === "string" && closed.has(id);
}
