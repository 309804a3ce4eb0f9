import type { ColumnField } from "../../model/column-map.js";

/** Names under which tables keep a thing, the most exact first; in the form of `foldedColumn`. */
export const usualColumns: Readonly<Record<ColumnField, readonly string[]>> = {
  id: words("id_str tweet_id status_id post_id tweet_id_str twitter_id id uri at_uri guid"),
  time: words(
    `datetime date_time created_at timestamp_utc timestamp published_at posted_at tweet_created_at
    published pubdate pub_date post_date post_created tweeted_at date_published published_date creation_date tweet_date created created_time created_utc date_utc
    unix_timestamp time date day datum`,
  ),
  author: words(
    `screen_name user_screen_name author_handle user_handle twitter_handle handle author_username
    user_username username from_user_screen_name from_user user_acct author_acct acct account
    author_screen_name user author tweeter poster user_name author_name from`,
  ),
  "author-id": words(
    "author_id user_id_str user_id from_user_id_str from_user_id author_id_str author_did did account_id userid",
  ),
  name: words(
    `display_name user_display_name author_display_name author_fullname full_name name user_name
    author_name realname`,
  ),
  bio: words("user_description author_description user_bio bio description user_note note"),
  followers: words(
    "followers_count followers user_followers_count user_followers author_followers follower_count",
  ),
  following: words("following_count following friends_count user_friends_count user_friends"),
  text: words(
    "full_text text tweet_text post_text status_text tweet content raw_content body message post status toot",
  ),
  url: words("url tweet_url twitter_url status_url post_url tweet_link post_link permalink link"),
  language: words("lang language tweet_lang languages"),
  hashtags: words("hashtags hashtag tags"),
  links: words("expanded_urls urls_expanded_url urls links outlinks"),
  "reply-to": words(
    `in_reply_to_screen_name in_reply_to_username reply_to_screen_name reply_to_username
    replied_to_username replied_user replied_to_user in_reply_to_user reply_to_user to_user_name
    to_username to_user replying_to in_reply_to reply_to replied_to to`,
  ),
  "reply-to-id": words(
    `in_reply_to_user_id_str in_reply_to_user_id reply_to_user_id replied_to_user_id to_userid
    to_user_id in_reply_to_account_id`,
  ),
  "reply-to-post": words(
    `in_reply_to_status_id_str in_reply_to_status_id in_reply_to_tweet_id in_reply_to_post_id
    reply_to_status_id replied_to_post replied_to_id reply_to_id in_reply_to_id to_tweetid`,
  ),
  mentions: words(
    `mentioned_usernames mentioned_names mentions_screen_name mentions_acct user_mentions
    mentioned_users mentions mention mentioned`,
  ),
  "mention-ids": words("mentioned_ids mentions_user_id mention_ids mentions_id"),
  "repost-of": words(
    `retweeted_username retweeted_screen_name retweet_screen_name retweeted_user_screen_name
    retweeted_user retweeted_author reposted_user retweeted_from reposted_from boosted_user
    reblogged_user retweeted_status_user_screen_name retweet_user rt_user rt_of_user retweeted_tweet
    retweet_of repost_of boost_of reblog_of rt_of`,
  ),
  "repost-of-id": words("retweeted_user_id retweet_user_id reposted_user_id"),
  "repost-of-post": words(
    "retweeted_status_id_str retweeted_status_id retweeted_tweet_id retweet_status_id retweeted_id reblog_id",
  ),
  "quote-of": words(
    "quoted_username quoted_screen_name quoted_user_screen_name quoted_user quoted_author quoted_status_user_screen_name quoted_tweet quote_of",
  ),
  "quote-of-id": words("quoted_user_id quoted_author_id"),
  "quote-of-post": words(
    "quoted_status_id_str quoted_status_id quoted_tweet_id quoted_post quoted_id",
  ),
  source: words("source"),
  target: words("target"),
  weight: words("weight"),
  kind: words("kind"),
};

function words(text: string): string[] {
  return text.trim().split(/\s+/u);
}

/** One spelling for a column: `Screen Name`, `screenName` and `screen_name` are one. */
export function foldedColumn(name: string): string {
  return name
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, "_")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "_")
    .replace(/^_+|_+$/gu, "");
}

/** About an account or a number of things, and so no column of a post's ties, people or times. */
const besideThePoint =
  /count|likes|num_|_num|verified|image|avatar|banner|location|protected|default|theme|color|time_?zone|utc_?offset|^(?:user|author|account|from_user)_.*(?:created|time|date|lang|url|description)/u;
const aboutTies =
  /repl|mention|retweet|(?:^|_)rt(?:_|$)|repost|reblog|boost|quot|screen_?name|user_?name|handle|acct|author|^user|date|time|created|hashtag|^tags$|lang/u;

/** Columns that nothing was read from and that look as if ties, people or times stood in them. */
export function usefulUnused(columns: readonly string[], used: ReadonlySet<string>): string[] {
  return columns.filter((column) => {
    const folded = foldedColumn(column);
    return !used.has(column) && aboutTies.test(folded) && !besideThePoint.test(folded);
  });
}
