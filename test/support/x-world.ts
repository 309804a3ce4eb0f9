import type { XServerDialect } from "./x-server-fields.js";

export interface XPerson {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly description?: string;
  readonly protected?: boolean;
}

export interface XWorldPost {
  readonly id: string;
  readonly time: number;
  readonly author: string;
  readonly tags: readonly string[];
  readonly text?: string;
  readonly mentions?: readonly string[];
  /** Ids of posts. */
  readonly answers?: string;
  readonly quotes?: string;
  /** Ids of people. */
  readonly repostedBy?: readonly string[];
}

export function xPerson(number: number, more: Partial<XPerson> = {}): XPerson {
  return {
    id: String(number),
    username: `invented_${number}`,
    name: `Invented ${number}`,
    ...more,
  };
}

/** A post with #NetViz at a time, numbered as X numbers. */
export function xPost(time: number, author: number, more: Partial<XWorldPost> = {}): XWorldPost {
  const id = ((BigInt(time) - 1_288_834_974_657n) << 22n).toString();
  return { id, time, author: String(author), tags: ["NetViz"], ...more };
}

export function timeOfXId(id: string): number {
  return Number((BigInt(id) >> 22n) + 1_288_834_974_657n);
}

/** A post in the words of before or after August 2026. */
export function postIn(
  dialect: XServerDialect,
  post: XWorldPost,
  posts: readonly XWorldPost[],
): Readonly<Record<string, unknown>> {
  const { id, time, author, tags, mentions = [], answers, quotes, repostedBy = [] } = post;
  const references = [
    ...(answers === undefined ? [] : [{ type: "replied_to", id: answers }]),
    ...(quotes === undefined ? [] : [{ type: "quoted", id: quotes }]),
  ];
  const answered = posts.find((candidate) => candidate.id === answers)?.author;
  const isNew = dialect === "post";
  return {
    id,
    author_id: author,
    created_at: new Date(time).toISOString(),
    text: post.text ?? `Post ${id}`,
    [isNew ? "edit_history_post_ids" : "edit_history_tweet_ids"]: [id],
    entities: {
      hashtags: tags.map((tag) => ({ start: 0, end: tag.length + 1, tag })),
      ...(mentions.length === 0
        ? {}
        : {
            mentions: mentions.map((to) => ({
              start: 0,
              end: 1,
              username: `invented_${to}`,
              id: to,
            })),
          }),
    },
    public_metrics: {
      [isNew ? "repost_count" : "retweet_count"]: repostedBy.length,
      reply_count: 0,
      like_count: 0,
    },
    ...(answered === undefined ? {} : { in_reply_to_user_id: answered }),
    ...(references.length === 0
      ? {}
      : { [isNew ? "referenced_posts" : "referenced_tweets"]: references }),
  };
}
