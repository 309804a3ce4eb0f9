import { repostedInText } from "../reposted-in-text.js";
import type { RowMeaning, TableDialect, TableTie } from "./table-dialect.js";

/**
 * What 4CAT makes of X, from its API v2 and from Zeeschuimer. Hashtags and mentions of a repost are its
 * original's too.
 * Source: https://github.com/digitalmethodsinitiative/4cat, `map_item` of
 * datasources/twitterv2/search_twitter.py (0316c71) and datasources/twitter-import/search_twitter.py (ab34c41).
 */
export const fourCatX: TableDialect = {
  name: "4cat",
  title: "tables of 4CAT with posts of X",
  recognisedBy:
    "`thread_id`, `body` and `author`, with `is_retweet`, or `author_fullname` and `language_guess`",
  reads: "author, time, language, replies, mentions, reposts, quotes, hashtags, links, words",
  doesNotRead: "places and media; authors whom pseudonymisation has removed",
  signatures: [
    ["thread_id", "body", "author", "is_retweet"],
    ["thread_id", "body", "author", "author_fullname", "language_guess"],
  ],
  platform: "x",
  setAside: ["unix_timestamp", "is_quote_withheld"],
  columns: {
    id: ["id"],
    time: ["timestamp", "unix_timestamp"],
    author: ["author"],
    "author-id": ["author_id"],
    name: ["author_fullname"],
    followers: ["author_followers"],
    text: ["body"],
    url: ["link"],
    language: ["language_guess"],
    hashtags: ["hashtags"],
    links: ["urls"],
    "reply-to": ["replied_user", "reply_to"],
    mentions: ["mentions"],
    "repost-of": ["retweeted_user"],
    "quote-of": ["quoted_user"],
  },
  separator: /,/u,
  tellsTies: true,
  isInUtc: true,
  meaning(cell): RowMeaning {
    if (isRemoved(cell("author")) && isRemoved(cell("author_id"))) {
      return { skip: "an author whom pseudonymisation has removed" };
    }
    if (cell("author") === "UNKNOWN" && cell("author_id") === "UNKNOWN") {
      return { skip: "a post that X did not give out, which 4CAT dates when it asked" };
    }
    const happened = (column: string): boolean => cell(column)?.toLowerCase() === "yes";
    const ties: TableTie[] = [];
    if (happened("is_retweet")) ties.push("repost-of");
    if (happened("is_quote_tweet")) ties.push("quote-of");
    // It says so of all that another post began, reposts too.
    if (happened("is_reply") && !happened("is_retweet")) ties.push("reply-to");
    const isNameless = happened("is_retweet") && cell("retweeted_user") === undefined;
    return {
      ties,
      ...(isNameless ? { cells: { "repost-of": repostedInText(cell("body")) } } : {}),
    };
  },
};

function isRemoved(written: string | undefined): boolean {
  return written === undefined || written === "REDACTED";
}

/**
 * What 4CAT makes of Bluesky.
 * Source: https://github.com/digitalmethodsinitiative/4cat, datasources/bsky/search_bsky.py (08b8480), `map_item`.
 */
export const fourCatBluesky: TableDialect = {
  name: "4cat-bluesky",
  title: "tables of 4CAT with posts of Bluesky",
  recognisedBy: "`thread_id`, `body` and `author` with `replied_to_user`",
  reads: "author, time, language, replies, mentions, quotes, hashtags, links, words",
  doesNotRead: "reposts, which 4CAT does not keep; media",
  signatures: [["thread_id", "body", "author", "replied_to_user"]],
  platform: "bluesky",
  setAside: ["replies_allowed", "author_profile", "timestamp"],
  columns: {
    id: ["id"],
    time: ["created_at", "timestamp"],
    author: ["author"],
    "author-id": ["author_id"],
    name: ["author_display_name"],
    text: ["body"],
    url: ["link"],
    language: ["languages"],
    hashtags: ["tags"],
    links: ["links"],
    "reply-to": ["replied_to_user"],
    "reply-to-post": ["replied_to_post"],
    mentions: ["mentions"],
    "quote-of": ["quoted_user"],
    "quote-of-post": ["quoted_post"],
  },
  separator: /,/u,
  tellsTies: true,
  isInUtc: true,
  meaning(cell) {
    const quoted = cell("quoted_post");
    // Else it says why the post cannot be seen: "DELETED" and the like.
    const isShown = quoted === undefined || /^(?:https?|at):/u.test(quoted);
    return isShown ? {} : { cells: { "quote-of-post": undefined }, ties: ["quote-of"] };
  },
};
