import type { TableDialect } from "./table-dialect.js";

/**
 * What `twListToDF` of the R package twitteR makes. Texts are often without quotes: commas in them make
 * cells too many.
 * Source: https://github.com/geoffjentry/twitteR, R/classes.R (0a256fb), the class `status`.
 */
export const twitterR: TableDialect = {
  name: "twitter-r",
  title: "tables of the R package twitteR",
  recognisedBy: "`screenName` and `replyToSN`",
  reads:
    "author, time, replies, words; reposts by `RT @`, mentions, hashtags and links from the text; rows whose text has no quotes are mended",
  doesNotRead: "places; quotes, which are not in the file",
  signatures: [["screenname", "replytosn"]],
  platform: "x",
  setAside: ["isretweet", "retweeted"],
  columns: {
    id: ["id"],
    time: ["created"],
    author: ["screenname"],
    text: ["text"],
    "reply-to": ["replytosn"],
    "reply-to-id": ["replytouid"],
    "reply-to-post": ["replytosid"],
  },
  isInUtc: true,
  unquoted: "text",
};
