import type { TableDialect } from "./table-dialect.js";

/**
 * What tweet-harvest writes of X's web interface.
 * Source: https://github.com/helmisatria/tweet-harvest, src/crawl.ts, 2.6.
 */
export const tweetHarvest: TableDialect = {
  name: "tweet-harvest",
  title: "tables of tweet-harvest",
  recognisedBy: "`conversation_id_str`, `full_text` and `user_id_str`",
  reads:
    "author, time, language, replies, words; reposts by `RT @`, mentions, hashtags and links from the text",
  doesNotRead: "quotes, which are not in the file; media",
  signatures: [["conversation_id_str", "full_text", "user_id_str"]],
  platform: "x",
  columns: {
    id: ["id_str"],
    time: ["created_at"],
    author: ["username"],
    "author-id": ["user_id_str"],
    text: ["full_text"],
    url: ["tweet_url"],
    language: ["lang"],
    "reply-to": ["in_reply_to_screen_name"],
  },
  isInUtc: true,
};
