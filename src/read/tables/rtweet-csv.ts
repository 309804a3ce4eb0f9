import { repostedInText } from "../reposted-in-text.js";
import type { TableDialect } from "./table-dialect.js";

/**
 * What `write_as_csv` of rtweet before 1.0 writes: lists with spaces between their entries, and an `x`
 * before the first id of a cell. Before 0.5 it does not tell whom a repost is from, but in its text.
 * Source: https://github.com/ropensci/rtweet, R/write-as-csv.R, 0.7.0.
 */
export const rtweetCsv: TableDialect = {
  name: "rtweet-csv",
  title: "tables of rtweet before 1.0",
  recognisedBy: "`status_id` and `screen_name`, with `mentions_screen_name` or `is_retweet`",
  reads:
    "author and profile, time, language, replies, mentions, reposts, quotes, hashtags, links, words",
  doesNotRead: "places and media; the texts of the posts that are reposted or quoted",
  signatures: [
    ["status_id", "screen_name", "mentions_screen_name"],
    ["status_id", "screen_name", "is_retweet"],
  ],
  platform: "x",
  // Of the post that is quoted or reposted, which counts by itself where it is in the file.
  setAside: ["quoted", "retweet"].flatMap((which) =>
    ["text", "created_at", "source", "name", "description"].map((what) => `${which}_${what}`),
  ),
  columns: {
    id: ["status_id"],
    time: ["created_at"],
    author: ["screen_name"],
    "author-id": ["user_id"],
    name: ["name"],
    bio: ["description"],
    followers: ["followers_count"],
    following: ["friends_count"],
    text: ["text"],
    url: ["status_url"],
    language: ["lang"],
    hashtags: ["hashtags"],
    links: ["urls_expanded_url"],
    "reply-to": ["reply_to_screen_name", "in_reply_to_status_screen_name"],
    "reply-to-id": ["reply_to_user_id", "in_reply_to_status_user_id"],
    "reply-to-post": ["reply_to_status_id", "in_reply_to_status_status_id"],
    mentions: ["mentions_screen_name"],
    "mention-ids": ["mentions_user_id"],
    "repost-of": ["retweet_screen_name"],
    "repost-of-id": ["retweet_user_id"],
    "repost-of-post": ["retweet_status_id"],
    "quote-of": ["quoted_screen_name"],
    "quote-of-id": ["quoted_user_id"],
    "quote-of-post": ["quoted_status_id"],
  },
  tellsTies: true,
  isInUtc: true,
  meaning(cell) {
    const isRepost = /^true$/iu.test(cell("is_retweet") ?? "");
    const isQuote = /^true$/iu.test(cell("is_quote") ?? "");
    const names = cell("retweet_screen_name") ?? cell("retweet_user_id");
    return {
      ...(isRepost && names === undefined
        ? { cells: { "repost-of": repostedInText(cell("text")) } }
        : {}),
      ties: [
        ...(isRepost ? ["repost-of" as const] : []),
        ...(isQuote ? ["quote-of" as const] : []),
      ],
    };
  },
};
