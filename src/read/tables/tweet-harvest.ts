import type { TableDialect } from "./table-dialect.js";

/**
 * What tweet-harvest writes of X's web interface. Its first versions part columns by semicolons, name
 * authors by their ids alone, and write a line break as the two characters that stand for it.
 * Source: https://github.com/helmisatria/tweet-harvest, src/crawl.ts and src/constants.ts (00568aa of 2023,
 * 74791bd of 2024).
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
  unquoted: "full_text",
  meaning: (cell) => ({ cells: { text: cell("full_text")?.replaceAll("\\n", "\n") } }),
};
