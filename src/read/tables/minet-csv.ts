import type { TableDialect } from "./table-dialect.js";

/**
 * What minet, gazouilloire and twitwi write. Rows whose `match_query` is 0 came along with others:
 * quoted and reposted posts, and threads.
 * Source: https://github.com/medialab/twitwi, twitwi/constants.py, 0.23.0.
 */
export const minetCsv: TableDialect = {
  name: "minet",
  title: "tables of minet, gazouilloire and twitwi",
  recognisedBy: "`timestamp_utc` and `user_screen_name`, with `to_username` or `mentioned_names`",
  reads:
    "author and profile, time, language, replies, mentions, reposts, quotes, hashtags, links, words; rows that do not match the query are not counted as found",
  doesNotRead: "`local_time`, which is not in UTC; places and media",
  signatures: [
    ["timestamp_utc", "user_screen_name", "to_username"],
    ["timestamp_utc", "user_screen_name", "mentioned_names"],
  ],
  platform: "x",
  columns: {
    id: ["id"],
    time: ["timestamp_utc"],
    author: ["user_screen_name"],
    "author-id": ["user_id"],
    name: ["user_name"],
    bio: ["user_description"],
    followers: ["user_followers"],
    following: ["user_friends"],
    text: ["text"],
    url: ["url"],
    language: ["lang"],
    hashtags: ["hashtags"],
    links: ["links"],
    "reply-to": ["to_username"],
    "reply-to-id": ["to_userid"],
    "reply-to-post": ["to_tweetid"],
    mentions: ["mentioned_names"],
    "mention-ids": ["mentioned_ids"],
    "repost-of": ["retweeted_user"],
    "repost-of-id": ["retweeted_user_id"],
    "repost-of-post": ["retweeted_id"],
    "quote-of": ["quoted_user"],
    "quote-of-id": ["quoted_user_id"],
    "quote-of-post": ["quoted_id"],
  },
  separator: /\|/u,
  setAside: `local_time user_tweets user_lists retweeted_timestamp_utc quoted_timestamp_utc
    collection_time`.split(/\s+/u),
  tellsTies: true,
  isInUtc: true,
  meaning(cell) {
    if (!/^(?:0|false)$/iu.test(cell("match_query") ?? "")) return {};
    const isInThread = cell("collected_via")?.split("|").includes("thread") === true;
    return { origin: isInThread ? "thread" : "referenced" };
  },
};
