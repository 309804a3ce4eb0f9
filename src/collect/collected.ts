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
  /** Hits by key. */
  readonly posts: Map<string, KnownPost>;
  /** Keys of who wrote them. */
  readonly authors: Set<string>;
  /** Keys of who has said so in any answer: another may be an old copy. */
  readonly optedOut: Set<string>;
  /** Posts whose thread is here, with how many replies they had then. */
  readonly threads: Map<string, number>;
  /**
   * Posts in the thread of another with all answers to them, so that their own would tell nothing
   * new, with how many replies they had then.
   */
  readonly insideThreads: Map<string, number>;
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
    if (post.author.hasOptedOut) collected.optedOut.add(post.author.key);
    if (post.isHit) rememberPost(collected, post, source);
  }
  switch (line.step) {
    case "timeline":
      rememberPage(collected.sweeps, line, content.posts);
      return;
    case "thread":
      if (about.post === undefined) return;
      collected.threads.set(about.post, postOf(collected, about.post)?.replies ?? 0);
      for (const { key, replies } of content.wholeBelow ?? []) {
        collected.insideThreads.set(key, replies);
      }
      return;
    case "reposters":
      if (about.post === undefined) return;
      rememberReposters(collected, about.post, line);
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
