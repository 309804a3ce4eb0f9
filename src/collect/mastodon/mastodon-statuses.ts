import { normaliseHashtag } from "../../model/hashtag.js";
import type { Respect } from "../../model/provenance.js";
import { hasTagsOf, isOfPeriod, type Question } from "../../model/question.js";
import { isOfScope } from "../../platform/mastodon/scope.js";
import { statusSchema } from "../../platform/mastodon/status.js";
import { statusKey } from "../../platform/mastodon/status-key.js";
import { parseWebUrl } from "../../text/web-url.js";
import { briefAccount } from "../brief-account.js";
import type { BriefPost } from "../brief-post.js";

interface StatusContext {
  /** The server that answered. */
  readonly source: string;
  readonly question: Question;
  readonly respect: Respect;
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
  const { id, account } = status;
  const author = briefAccount(account, context);
  if (id === undefined || account.id === undefined || author === undefined) return undefined;
  const time = Date.parse(status.created_at ?? "");
  const tags = status.tags.map(({ name }) => name);
  const isPublic = (status.visibility ?? "public") === "public";
  const isOfThem = isOfScope(context.question.scope, account.acct, context.source);
  const misses = isOfThem
    ? hasTagsOf(context.question, tags, context)
      ? undefined
      : "tags"
    : "scope";
  return {
    key: statusKey({ uri: status.uri, boostedUri: status.reblog?.uri }, author.key),
    id,
    postedAt: status.created_at,
    time: Number.isNaN(time) ? undefined : time,
    replies: status.replies_count ?? 0,
    reposts: status.reblogs_count ?? 0,
    isReply: status.in_reply_to_id !== undefined,
    isFound:
      isPublic &&
      misses === undefined &&
      isOfPeriod(context.question, Number.isNaN(time) ? undefined : time),
    misses,
    ofAny: anyOf(context.question, tags),
    author: {
      ...author,
      id: account.id,
      address: account.acct,
      homeOrigin: account.acct.includes("@") ? originOf(account.url ?? "") : undefined,
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
  const { data: status, error } = statusSchema.safeParse(row);
  if (status !== undefined) {
    if (status.id === undefined) return "id is missing or is something else";
    if (status.account.id === undefined) return "account.id is missing or is something else";
    return "account.acct is no address";
  }
  const issue = error.issues[0];
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
