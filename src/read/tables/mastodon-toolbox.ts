import { listEntries } from "./list-cell.js";
import type { TableDialect } from "./table-dialect.js";

/**
 * What mastodon_toolbox writes: a status a row, lists as JSON. `instance_name` is the server that
 * answered, or a list of all that did; ids are of one server where it is one.
 * Source: https://github.com/Kudusch/mastodon_toolbox, mtb/functions.py.
 */
export const mastodonToolbox: TableDialect = {
  name: "mastodon-toolbox",
  title: "tables of mastodon_toolbox",
  recognisedBy: "`user_acct` and `instance_name`",
  reads: "author and profile, time, language, replies, mentions, hashtags, links, words",
  doesNotRead: "posts that are not public; boosts and quotes; polls and media",
  signatures: [["user_acct", "instance_name"]],
  platform: "mastodon",
  columns: {
    id: ["id"],
    time: ["created_at"],
    author: ["user_acct"],
    "author-id": ["user_id"],
    name: ["user_name"],
    bio: ["user_note"],
    followers: ["user_followers_count"],
    following: ["user_following_count"],
    text: ["content"],
    url: ["uri", "url"],
    language: ["language"],
    hashtags: ["hashtags"],
    "reply-to-id": ["in_reply_to_account_id"],
    "reply-to-post": ["in_reply_to_id"],
    mentions: ["mentions_acct"],
    "mention-ids": ["mentions_id"],
  },
  tellsTies: true,
  isInUtc: true,
  meaning(cell) {
    const visibility = cell("visibility") ?? "public";
    if (visibility !== "public" && visibility !== "unlisted")
      return { skip: "a post that is not public" };
    const [server, ...others] = listEntries(cell("instance_name"));
    return typeof server === "string" && others.length === 0 ? { server } : {};
  },
};
