import { z } from "zod";
import { normaliseHashtag } from "../model/hashtag.js";
import { hasTagsOf, isOfPeriod, type Question } from "../model/question.js";
import { parseWebUrl } from "../model/web-url.js";
import { isOfScope } from "../platform/mastodon/scope.js";
import { statusKey } from "../platform/mastodon/status-key.js";
import type { BriefPost, ReadAccount } from "./brief-post.js";

const count = z.int().nonnegative().catch(0);

/** An opaque text; as a number only where JavaScript has not rounded it. */
const localId = z.union([z.string().min(1), z.int().transform(String)]);

const accountSchema = z.looseObject({
  id: localId,
  acct: z.string(),
  url: z.string().catch(""),
  following_count: z.number().optional().catch(undefined),
  hide_collections: z.boolean().nullish().catch(undefined),
});

const statusSchema = z.object({
  id: localId,
  uri: z.string().min(1),
  created_at: z.string().optional().catch(undefined),
  visibility: z.string().catch("public"),
  in_reply_to_id: localId.nullish().catch(undefined),
  reblog: z.object({ uri: z.string() }).nullish().catch(undefined),
  replies_count: count,
  reblogs_count: count,
  tags: z.array(z.object({ name: z.string() })).catch([]),
  account: accountSchema,
});

export interface StatusContext {
  /** The server that answered. */
  readonly source: string;
  readonly question: Question;
  readonly readAccount: ReadAccount;
  /** They stand in the timeline of the hashtag, not in a thread. */
  readonly isOfTimeline: boolean;
}

/** Every status of a list that is whole; what else stands in it is for the reader to count. */
export function briefStatuses(values: unknown, context: StatusContext): BriefPost[] {
  if (!Array.isArray(values)) return [];
  return values.flatMap((value) => briefStatus(value, context) ?? []);
}

function briefStatus(value: unknown, context: StatusContext): BriefPost | undefined {
  const { data: status } = statusSchema.safeParse(value);
  if (status === undefined) return undefined;
  const { account } = status;
  const author = context.readAccount(account, context.source);
  if (author === undefined) return undefined;
  const time = Date.parse(status.created_at ?? "");
  const tags = status.tags.map(({ name }) => name);
  const isPublic = status.visibility === "public";
  const isOfThem = isOfScope(context.question.scope, account.acct, context.source);
  const misses = isOfThem
    ? hasTagsOf(context.question, tags, context)
      ? undefined
      : "tags"
    : "scope";
  return {
    key: statusKey({ uri: status.uri, boostedUri: status.reblog?.uri }, author.key),
    id: status.id,
    postedAt: status.created_at,
    time: Number.isNaN(time) ? undefined : time,
    replies: status.replies_count,
    reposts: status.reblogs_count,
    isReply: typeof status.in_reply_to_id === "string",
    isHit:
      isPublic &&
      misses === undefined &&
      isOfPeriod(context.question, Number.isNaN(time) ? undefined : time),
    misses,
    ofAny: anyOf(context.question, tags),
    author: {
      ...author,
      id: account.id,
      address: account.acct,
      homeOrigin: account.acct.includes("@") ? originOf(account.url) : undefined,
      // Mastodon's -1 is a hidden number; where none is told, the list itself will tell.
      hidesFollowing: account.hide_collections === true || (account.following_count ?? 1) <= 0,
    },
  };
}

function anyOf({ tag, any }: Question, tags: readonly string[]): readonly string[] {
  const carried = new Set(tags.map(normaliseHashtag));
  if (carried.has(normaliseHashtag(tag))) return [];
  return any.map(normaliseHashtag).filter((name) => carried.has(name));
}

/** A server's own id of what it shows. */
export function idOf(row: unknown): string | undefined {
  const id: unknown = typeof row === "object" && row !== null ? Reflect.get(row, "id") : undefined;
  return typeof id === "string" || Number.isSafeInteger(id) ? String(id) : undefined;
}

/** What keeps a row from being a status. */
export function problemOfStatus(row: unknown): string {
  const issue = statusSchema.safeParse(row).error?.issues[0];
  if (issue === undefined) return "account.acct is no address";
  return `${issue.path.join(".") || "the row"} is missing or is something else`;
}

function originOf(url: string): string | undefined {
  return parseWebUrl(url)?.origin;
}

/** Where a post can be found on its own server, if its `uri` tells the id that it has there. */
export function homeOfPost(uri: string): { origin: string; id: string } | undefined {
  const url = parseWebUrl(uri);
  const id = /^\/(?:ap\/)?users\/[^/]+\/statuses\/(\w+)$/u.exec(url?.pathname ?? "")?.[1];
  return url === undefined || id === undefined ? undefined : { origin: url.origin, id };
}
