import type { TableDialect } from "./table-dialect.js";

/**
 * What twarc 1 (json2csv) and Social Feed Manager make of X's API v1.1. A repost has the text of its
 * original, without `RT @`.
 * Source: https://github.com/DocNow/twarc, twarc/json2csv.py, 2.14.0.
 */
export const twarc1Csv: TableDialect = {
  name: "twarc-1-csv",
  title: "tables of twarc 1 (json2csv) and Social Feed Manager",
  recognisedBy: "`tweet_type` with `retweet_or_quote_id` or `user_screen_name`",
  reads:
    "author and profile, time, language, replies, reposts, quotes, hashtags, links, words; mentions from the text",
  doesNotRead: "places and media; the words and mentions of reposts; what a reposted quote quotes",
  signatures: [
    ["tweet_type", "retweet_or_quote_id"],
    ["tweet_type", "retweet_or_quote_screen_name"],
    ["tweet_type", "user_screen_name"],
  ],
  platform: "x",
  columns: {
    id: ["id"],
    time: ["created_at", "parsed_created_at"],
    author: ["user_screen_name"],
    "author-id": ["user_id"],
    name: ["user_name"],
    bio: ["user_description"],
    followers: ["user_followers_count"],
    following: ["user_friends_count"],
    text: ["text"],
    url: ["tweet_url"],
    language: ["lang"],
    hashtags: ["hashtags"],
    links: ["urls"],
    "reply-to": ["in_reply_to_screen_name"],
    "reply-to-id": ["in_reply_to_user_id"],
    "reply-to-post": ["in_reply_to_status_id"],
  },
  separator: /\s+/u,
  setAside: ["parsed_created_at"],
  tellsTies: true,
  isInUtc: true,
  meaning(cell) {
    const type = cell("tweet_type")?.toLowerCase();
    const tie = type === "retweet" ? "repost-of" : "quote-of";
    return {
      cells: {
        [tie]: cell("retweet_or_quote_screen_name"),
        [`${tie}-id`]: cell("retweet_or_quote_user_id"),
        [`${tie}-post`]: cell("retweet_or_quote_id"),
      },
      ties: type === "retweet" || type === "quote" ? [tie] : [],
    };
  },
};
