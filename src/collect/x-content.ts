import { z } from "zod";
import type { AnswerLine } from "../model/collection-log.js";
import { isOfPeriod, type Question } from "../model/question.js";
import type { BriefPost, ReadAccount } from "./brief-post.js";
import type { AnswerContent } from "./collected.js";
import { xSource } from "./x-client.js";

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

const userSchema = z.looseObject({ id: z.string(), protected: z.boolean().catch(false) });

const pageSchema = z.object({
  data: list.optional(),
  includes: z.object({ users: list }).catch({ users: [] }),
  meta: z.object({ next_token: z.string().optional() }).catch({}),
});

/** What a page of X says that a collection goes on from. */
export function xContent(
  { step, question }: Pick<AnswerLine, "step" | "question">,
  body: unknown,
  readAccount: ReadAccount,
): AnswerContent {
  const { data: page } = pageSchema.safeParse(body);
  if (step !== "timeline" || page === undefined) return { posts: [] };
  const users = new Map(
    page.includes.users.flatMap((value) => {
      const { data: user } = userSchema.safeParse(value);
      return user === undefined ? [] : [[user.id, user] as const];
    }),
  );
  const posts = (page.data ?? []).flatMap((value) => {
    const { data: post } = postSchema.safeParse(value);
    if (post === undefined) return [];
    const author = readAccount(users.get(post.author_id) ?? { id: post.author_id }, xSource);
    return author === undefined ? [] : [briefPost(post, author, question)];
  });
  return { posts };
}

function briefPost(
  post: z.output<typeof postSchema>,
  author: NonNullable<ReturnType<ReadAccount>>,
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
    isHit: isOfPeriod(question, time),
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
  const isPeople = page?.data.some((thing) => thing.username !== undefined) === true;
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

const things = z
  .array(z.object({ id: z.string(), username: z.string().optional().catch(undefined) }))
  .catch([]);
const billSchema = z.object({
  data: things,
  includes: z.object({ tweets: things, posts: things, users: things }).optional().catch(undefined),
});

/** A page without posts of accounts that are closed to others, and how many those were. */
export function withoutProtected(body: unknown): { value: unknown; leftOut: number } {
  const { data: page } = pageSchema.safeParse(body);
  const closed = new Set(
    [...(page?.includes.users ?? []), ...(page?.data ?? [])].flatMap((value) => {
      const { data: user } = userSchema.safeParse(value);
      return user?.protected === true ? [user.id] : [];
    }),
  );
  if (closed.size === 0) return { value: body, leftOut: 0 };
  let leftOut = 0;
  const clean = (value: unknown): unknown => {
    if (Array.isArray(value)) {
      const open = value.filter((thing) => !isOf(thing, closed));
      leftOut += value.length - open.length;
      return open.map(clean);
    }
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clean(inner)]));
  };
  const value = clean(body);
  return { value, leftOut };
}

/** Whether something is a closed account, or a post of one. */
function isOf(thing: unknown, closed: ReadonlySet<string>): boolean {
  if (typeof thing !== "object" || thing === null) return false;
  const author: unknown = Reflect.get(thing, "author_id");
  const id: unknown =
    Reflect.get(thing, "username") === undefined ? author : Reflect.get(thing, "id");
  return typeof id === "string" && closed.has(id);
}
