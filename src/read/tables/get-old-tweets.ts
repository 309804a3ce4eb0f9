import type { TableDialect } from "./table-dialect.js";

/**
 * What GetOldTweets 1 and 3 write: with semicolons or commas, texts in quotes that are not doubled. In
 * some versions `username` is empty or lists everybody named: the permalink tells the author.
 * Source: https://github.com/Jefferson-Henrique/GetOldTweets-python, Exporter.py (0035078) and
 * bin/GetOldTweets3 (b1253c8).
 */
export const getOldTweets: TableDialect = {
  name: "get-old-tweets",
  title: "tables of GetOldTweets",
  recognisedBy: "`permalink` with `username`, `retweets` and `favorites`",
  reads:
    "author from `permalink`, time, whom it is `to`, mentions, hashtags and words; reposts by `RT @` in the text",
  doesNotRead: "quotes and languages, which are not in the file",
  signatures: [
    ["permalink", "username", "retweets", "favorites"],
    ["permalink", "mentions", "geo"],
  ],
  platform: "x",
  setAside: ["retweets"],
  columns: {
    id: ["id"],
    time: ["date"],
    author: ["username"],
    text: ["text"],
    url: ["permalink"],
    hashtags: ["hashtags"],
    "reply-to": ["to"],
    mentions: ["mentions"],
  },
  unquoted: "text",
  meaning(cell) {
    const page = cell("permalink");
    const isNamed = /\/\w{1,50}\/status\//u.test(page ?? "");
    return isNamed ? { cells: { author: page } } : {};
  },
};
