import type { InputRecord } from "../../platform/record.js";
import type { ReferencedRows, TableDialect } from "./table-dialect.js";

/**
 * What twarc-csv makes of X's API v2. Its cells of entities hold JSON: names and tags with their signs,
 * or whole entities. A repost has the text, tags and mentions of its original.
 * Source: https://github.com/DocNow/twarc-csv, dataframe_converter.py, 0.7.2.
 */
export const twarcCsv: TableDialect = {
  name: "twarc-csv",
  title: "tables of twarc-csv",
  recognisedBy: "`author_id` with `author.username` or `referenced_tweets.retweeted.id`",
  reads:
    "author and profile, time, language, replies, mentions, reposts, quotes, hashtags, links, words. Rows of `--inline-referenced-tweets` explain the post that they stand before, and do not count as found",
  doesNotRead: "places, polls, media and annotations; the words of reposts",
  signatures: [
    ["author_id", "author.username"],
    ["author_id", "referenced_tweets.retweeted.id"],
    ["author_id", "retweeted_username"],
  ],
  // pandas and R leave the list in one column, where twarc-csv makes one for each kind.
  neverHas: ["referenced_tweets", "entities"],
  platform: "x",
  setAside: `reply_settings attachments.poll.end_datetime author.id author.pinned_tweet_id
    author.withheld.scope author.withheld.copyright`.split(/\s+/u),
  columns: {
    id: ["id"],
    time: ["created_at"],
    author: ["author.username"],
    "author-id": ["author_id", "author.id"],
    name: ["author.name"],
    bio: ["author.description"],
    followers: ["author.public_metrics.followers_count"],
    following: ["author.public_metrics.following_count"],
    text: ["text"],
    language: ["lang"],
    hashtags: ["entities.hashtags"],
    links: ["entities.urls"],
    "reply-to": ["in_reply_to_username"],
    "reply-to-id": ["in_reply_to_user_id"],
    "reply-to-post": ["referenced_tweets.replied_to.id"],
    mentions: ["entities.mentions"],
    "repost-of": ["retweeted_username"],
    "repost-of-id": ["retweeted_user_id"],
    "repost-of-post": ["referenced_tweets.retweeted.id"],
    "quote-of": ["quoted_username"],
    "quote-of-id": ["quoted_user_id"],
    "quote-of-post": ["referenced_tweets.quoted.id"],
  },
  tellsTies: true,
  isInUtc: true,
  // A line break is written as the two characters that stand for it.
  meaning: (cell) => ({ cells: { text: cell("text")?.replaceAll("\\n", "\n") } }),
  referencedRows,
};

const references = ["replied_to", "retweeted", "quoted"].map(
  (kind) => `referenced_tweets.${kind}.id`,
);

/**
 * Nothing marks the rows of `--inline-referenced-tweets`, but each stands directly before the row that
 * refers to it. Searches answer newest first, so that without those rows times descend; where they
 * ascend, posts stand before their replies anyway.
 */
function referencedRows(rows: readonly InputRecord[]): ReferencedRows {
  const found = rows.filter((row, index) => !refersBack(row, rows.slice(index + 1, index + 4)));
  if (found.length === rows.length) return () => false;
  let steps = 0;
  for (const [index, row] of found.slice(1).entries()) {
    steps += Math.sign(compareIds(idOf(row), idOf(found[index])));
  }
  return steps < 0 ? refersBack : () => false;
}

/** Whether one of the next rows refers to this one, with nothing between them but its other references. */
function refersBack(row: InputRecord, next: readonly InputRecord[]): boolean {
  const id = idOf(row);
  return next.some((later, distance) => {
    const named = references.map((column) => later[column]);
    const between = next.slice(0, distance);
    return named.includes(id) && between.every((other) => named.includes(idOf(other)));
  });
}

function idOf(row: InputRecord): string {
  return String(row.id ?? "");
}

function compareIds(one: string, other: string): number {
  return one.length - other.length || (one < other ? -1 : one > other ? 1 : 0);
}
