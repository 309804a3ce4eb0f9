import type { AnswerLine } from "../model/collection-log.js";
import type { Question } from "../model/question.js";
import type { BriefPost } from "./brief-post.js";
import { rememberPage, type SourceSweeps } from "./sweep.js";

/** A list that is read page by page. */
export interface ListProgress {
  /** Who is asked for it. */
  readonly source: string;
  /** Where its next page begins; `undefined` where it is whole. */
  readonly next: string | undefined;
  /** How many the post said there were when it was asked for; 0 where that is not told. */
  readonly count: number;
}

/** How far the thread of a post is here. */
export interface ThreadState {
  /** How many replies the post had when its thread was last asked for. */
  readonly replies: number;
  readonly asks: number;
  /** The server has no such post. */
  readonly isGone: boolean;
  /** It came, with as many answers to the post as the post said. */
  readonly isWhole: boolean;
  /** The server is still fetching it, and will know more then; milliseconds since 1970. */
  readonly refreshAt: number | undefined;
}

/** A post that was asked for, with where it can be found. */
export interface KnownPost {
  readonly post: BriefPost;
  /** Its id on each server that showed it. */
  readonly idOn: ReadonlyMap<string, string>;
}

/** All that a collection must know of itself to go on: nothing that is not in its log. */
export interface Collected {
  question: Question | undefined;
  answers: number;
  /** By source. */
  readonly sweeps: Map<string, SourceSweeps>;
  /** Found posts by key. */
  readonly posts: Map<string, KnownPost>;
  /** Keys of who wrote them. */
  readonly authors: Set<string>;
  /** Keys of who has said so in any answer: another may be an old copy. */
  readonly optedOut: Set<string>;
  /** Posts whose thread was asked for. */
  readonly threads: Map<string, ThreadState>;
  /**
   * Posts in the thread of another with all answers to them, so that their own would tell nothing
   * new, with how many replies they had then.
   */
  readonly insideThreads: Map<string, number>;
  /** Posts that no server here has any more: they are not asked for again. */
  readonly gone: Set<string>;
  /** How often posts were asked for that stood in no timeline any more. */
  readonly checks: Map<string, number>;
  /** Servers that showed answers to a post of which they told none, and reposts likewise. */
  readonly untoldReplies: Set<string>;
  readonly untoldReposts: Set<string>;
  /** By server, the hashtags of `--any` that its timeline has shown without the hashtag itself. */
  readonly anyShown: Map<string, Set<string>>;
  readonly reposters: Map<string, ListProgress>;
  readonly following: Map<string, ListProgress>;
  /** Ids of accounts on other servers, by server and key. */
  readonly accountIds: Map<string, string>;
}

/** What an answer says, in the words of no platform. */
export interface AnswerContent {
  readonly posts: readonly BriefPost[];
  /** Those of them below the one whose thread was asked for all answers to which are here, too. */
  readonly wholeBelow?: readonly BriefPost[];
  /** How many answers to a post stand there, by the post's id. */
  readonly answersTo?: ReadonlyMap<string, number>;
  /** People in a list of them. */
  readonly people?: number;
  /** The account that was asked for, with its id there. */
  readonly account?: { readonly id: string; readonly hasOptedOut: boolean };
}

/** A collection of nothing. */
export function startCollected(): Collected {
  return {
    question: undefined,
    answers: 0,
    sweeps: new Map(),
    posts: new Map(),
    authors: new Set(),
    optedOut: new Set(),
    threads: new Map(),
    insideThreads: new Map(),
    gone: new Set(),
    checks: new Map(),
    untoldReplies: new Set(),
    untoldReposts: new Set(),
    anyShown: new Map(),
    reposters: new Map(),
    following: new Map(),
    accountIds: new Map(),
  };
}

/** Takes an answer in, whether it has just come or stood in the log. */
export function remember(
  collected: Collected,
  line: Omit<AnswerLine, "body">,
  content: AnswerContent,
): void {
  collected.answers += 1;
  collected.question = line.question;
  const { about = {}, source, next } = line;
  for (const post of content.posts) {
    collected.gone.delete(post.key);
    if (post.author.hasOptedOut) collected.optedOut.add(post.author.key);
    if (post.isFound) rememberPost(collected, post, source);
  }
  switch (line.step) {
    case "timeline":
      rememberPage(collected.sweeps, line, content.posts);
      for (const { ofAny = [] } of content.posts) {
        const shown = collected.anyShown.get(source) ?? new Set();
        for (const tag of ofAny) collected.anyShown.set(source, shown.add(tag));
      }
      return;
    case "thread":
      if (about.post === undefined) return;
      rememberThread(collected, about.post, line, content);
      for (const { key, replies } of content.wholeBelow ?? []) {
        collected.insideThreads.set(key, replies);
      }
      return;
    case "post":
      if (about.post === undefined) return;
      collected.checks.set(about.post, (collected.checks.get(about.post) ?? 0) + 1);
      // What is left out whole has become private: it is gone for everybody else.
      if (line.status !== 200 || ((line.leftOut ?? 0) > 0 && content.posts.length === 0)) {
        collected.gone.add(about.post);
      }
      return;
    case "reposters":
      if (about.post === undefined) return;
      rememberReposters(collected, about.post, line);
      if ((content.people ?? 0) > 0 && postOf(collected, about.post)?.reposts === 0) {
        collected.untoldReposts.add(source);
      }
      return;
    case "following":
      if (about.account === undefined) return;
      collected.following.set(about.account, { source, next, count: 0 });
      return;
    case "account":
      if (about.account === undefined || content.account === undefined) return;
      collected.accountIds.set(accountPlace(source, about.account), content.account.id);
      if (content.account.hasOptedOut) collected.optedOut.add(about.account);
      return;
    case "server":
    case "counts":
    case "tag":
      return;
    default:
      line.step satisfies never;
  }
}

/** Where an account has an id of its own. */
export function accountPlace(source: string, key: string): string {
  return `${source} ${key}`;
}

function postOf({ posts }: Collected, key: string): BriefPost | undefined {
  return posts.get(key)?.post;
}

function rememberPost({ posts, authors }: Collected, post: BriefPost, source: string): void {
  authors.add(post.author.key);
  const known = posts.get(post.key);
  const idOn = new Map(known?.idOn).set(source, post.id);
  // Of two servers, the one that knows of more replies and reposts tells more.
  const replies = Math.max(post.replies, known?.post.replies ?? 0);
  const reposts = Math.max(post.reposts, known?.post.reposts ?? 0);
  posts.set(post.key, { post: { ...(known?.post ?? post), replies, reposts }, idOn });
}

function rememberThread(
  collected: Collected,
  key: string,
  { source, status, headers, recorded_at }: Omit<AnswerLine, "body">,
  { answersTo }: AnswerContent,
): void {
  const known = collected.posts.get(key);
  const replies = known?.post.replies ?? 0;
  const shown = answersTo?.get(known?.idOn.get(source) ?? "") ?? 0;
  if (replies === 0 && (answersTo?.size ?? 0) > 0) collected.untoldReplies.add(source);
  const before = collected.threads.get(key);
  const hasGrown = before !== undefined && replies > before.replies;
  // `id="…", retry=3, result_count=2`
  const retry = /(?:^|[,;\s])retry\s*=\s*"?(\d{1,6})(?!\d)/iu.exec(
    headers["mastodon-async-refresh"] ?? "",
  )?.[1];
  collected.threads.set(key, {
    replies,
    asks: (hasGrown ? 0 : (before?.asks ?? 0)) + 1,
    isGone: status === 404 || status === 410,
    isWhole: status === 200 && shown >= replies,
    refreshAt: retry === undefined ? undefined : Date.parse(recorded_at) + Number(retry) * 1000,
  });
}

/** While a list is read, whoever comes to it stands before the page that it was begun with. */
function rememberReposters(
  collected: Collected,
  key: string,
  { source, next }: Pick<AnswerLine, "source" | "next">,
): void {
  const before = collected.reposters.get(key);
  const isGoneOnWith = before?.next !== undefined && before.source === source;
  const count = isGoneOnWith ? before.count : (postOf(collected, key)?.reposts ?? 0);
  collected.reposters.set(key, { source, next, count });
}
