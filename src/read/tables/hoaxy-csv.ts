import type { CellOf, RowMeaning, TableDialect } from "./table-dialect.js";

/**
 * What Hoaxy exports: a row a tie and link, in the direction in which information travels. Of a repost
 * or a quote that is from the original's author; of a reply or a mention, from the post's own.
 * Source: https://github.com/osome-iu/hoaxy-backend, hoaxy/sns/twitter/parsers.py (0aede66); searches of today's posts
 * by hoaxy-frontend, which calls every mention, a reply's too, `mention`.
 */
export const hoaxyCsv: TableDialect = {
  name: "hoaxy",
  title: "tables of Hoaxy",
  recognisedBy: "`from_user_screen_name`, `to_user_screen_name` and `tweet_type`",
  reads:
    "author, time, reposts, quotes, replies and mentions by `tweet_type` and `is_mention`, links; the rows of a post are one post",
  doesNotRead: "texts, which are not in the file, and so no hashtags; bot scores",
  signatures: [
    ["from_user_screen_name", "to_user_screen_name", "tweet_type"],
    ["from_user_id", "to_user_id", "tweet_type"],
  ],
  platform: "x",
  columns: {
    id: ["tweet_id"],
    time: ["tweet_created_at"],
    links: ["canonical_url", "url"],
    url: ["tweet_url"],
  },
  separator: /\s+/u,
  tellsTies: true,
  isInUtc: true,
  meaning(cell): RowMeaning {
    const type = cell("tweet_type")?.toLowerCase();
    const isMention = /^(?:true|1|t)$/iu.test(cell("is_mention") ?? "");
    if (!isMention && type === "retweet") return tie(cell, "repost-of", "to");
    if (!isMention && type === "quote") return tie(cell, "quote-of", "to");
    if (!isMention && type === "reply") return tie(cell, "reply-to", "from");
    const { cells } = tie(cell, "reply-to", "from");
    const { "reply-to": mentions, "reply-to-id": ids, ...author } = cells ?? {};
    return { cells: { ...author, mentions, "mention-ids": ids } };
  },
};

function tie(
  cell: CellOf,
  field: "repost-of" | "quote-of" | "reply-to",
  actor: "from" | "to",
): RowMeaning {
  const other = actor === "from" ? "to" : "from";
  return {
    cells: {
      author: cell(`${actor}_user_screen_name`),
      "author-id": cell(`${actor}_user_id`),
      [field]: cell(`${other}_user_screen_name`),
      [`${field}-id`]: cell(`${other}_user_id`),
    },
  };
}
