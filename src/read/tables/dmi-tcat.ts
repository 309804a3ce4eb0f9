import { repostedInText } from "../reposted-in-text.js";
import type { TableDialect } from "./table-dialect.js";

/**
 * What DMI-TCAT exports, and what gazouilloire and minet write in its form. `time` counts seconds;
 * `created_at` is a local time in the latter.
 * Source: https://github.com/digitalmethodsinitiative/dmi-tcat, analysis/mod.export_tweets.php (e75ca2b).
 */
export const dmiTcat: TableDialect = {
  name: "dmi-tcat",
  title: "exports of DMI-TCAT",
  recognisedBy: "`from_user_name` with `to_user_name` or `from_user_realname`",
  reads:
    "author and profile, time, language, replies, reposts by `RT @`, quotes, hashtags and mentions from their columns, else from the text; links, words",
  doesNotRead: "whom a quote quotes, where that post is not in the file; places and media",
  signatures: [
    ["from_user_name", "to_user_name"],
    ["from_user_name", "from_user_realname"],
  ],
  platform: "x",
  columns: {
    id: ["id"],
    time: ["time", "created_at"],
    author: ["from_user_name"],
    "author-id": ["from_user_id"],
    name: ["from_user_realname"],
    bio: ["from_user_description"],
    followers: ["from_user_followercount"],
    following: ["from_user_friendcount"],
    text: ["text"],
    language: ["lang"],
    hashtags: ["hashtags"],
    links: ["urls_followed", "urls_expanded"],
    "reply-to": ["to_user_name"],
    "reply-to-id": ["to_user_id"],
    "reply-to-post": ["in_reply_to_status_id"],
    mentions: ["mentions"],
    "quote-of-post": ["quoted_status_id"],
  },
  separator: /[;|]/u,
  setAside: ["created_at"],
  tellsTies: true,
  isInUtc: true,
  meaning: (cell) => ({ cells: { "repost-of": repostedInText(cell("text")) } }),
};
