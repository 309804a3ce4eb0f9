import { repostedInText } from "../reposted-in-text.js";
import type { RowMeaning, TableDialect, TableTie } from "./table-dialect.js";

/**
 * What `bind_tweets(output_format = "tidy")` of academictwitteR makes, written as CSV.
 * Source: https://github.com/cjbarrie/academictwitteR, R/bind_tweets.R (03a9ac6); its tests name all columns, `ref_type` in some.
 */
export const academicTwitter: TableDialect = {
  name: "academic-twitter",
  title: "tidy tables of academictwitteR",
  recognisedBy: "`tweet_id`, `user_username` and `author_id`",
  reads:
    "author and profile, time, language, replies, reposts and quotes by `sourcetweet_type`, words; mentions, hashtags and links from the text",
  doesNotRead: 'RDS files: write.csv(bind_tweets(…, output_format = "tidy")) makes a table of them',
  signatures: [["tweet_id", "user_username", "author_id"]],
  platform: "x",
  setAside: ["user_pinned_tweet_id", "sourcetweet_lang"],
  columns: {
    id: ["tweet_id"],
    time: ["created_at"],
    author: ["user_username"],
    "author-id": ["author_id"],
    name: ["user_name"],
    bio: ["user_description"],
    followers: ["user_followers_count"],
    following: ["user_following_count"],
    text: ["text"],
    language: ["lang"],
    "reply-to-id": ["in_reply_to_user_id"],
  },
  tellsTies: true,
  isInUtc: true,
  meaning(cell): RowMeaning {
    const reposted = repostedInText(cell("text"));
    const tie = tieOf(cell("sourcetweet_type") ?? cell("ref_type"), {
      isRepost: reposted !== undefined,
      hasSource: cell("sourcetweet_id") !== undefined,
    });
    if (tie === undefined) return {};
    const author = cell("sourcetweet_author_id");
    return {
      cells: {
        ...(author === undefined ? {} : { [`${tie}-id`]: author }),
        [`${tie}-post`]: cell("sourcetweet_id"),
        ...(tie === "repost-of" && author === undefined ? { "repost-of": reposted } : {}),
      },
      ties: [tie],
    };
  },
};

/** Older versions name no type. */
function tieOf(
  type: string | undefined,
  row: { readonly isRepost: boolean; readonly hasSource: boolean },
): TableTie | undefined {
  switch (type) {
    case "retweeted":
      return "repost-of";
    case "quoted":
      return "quote-of";
    case "replied_to":
      return "reply-to";
    default:
      if (row.isRepost) return "repost-of";
      return row.hasSource ? "quote-of" : undefined;
  }
}
