import type { TableColumn } from "./column.js";

const unnamed = "nobody is named, or it concerns somebody who is not";

/** The columns of `posts.csv`: a row is a post that counts, without its text. */
export const postColumns = [
  {
    key: "id",
    column: "id",
    type: "text",
    title: "id",
    sentence: "The post's id: its address on Mastodon, x: and a number on X.",
    definition: "Posts of people who have opted out have no row.",
    empty: unnamed,
  },
  {
    key: "author",
    column: "author",
    type: "text",
    title: "author",
    sentence: "Who wrote it: the id of a person in nodes.csv.",
    empty: "nobody says",
  },
  {
    key: "time",
    column: "time",
    type: "time",
    title: "time",
    sentence: "When it was written (UTC).",
    empty: `its source does not tell, or ${unnamed}`,
  },
  {
    key: "kind",
    column: "kind",
    type: "text",
    range: "repost, reply, quote, post",
    title: "kind",
    sentence: "What it is; the first of these that holds.",
  },
  {
    key: "origin",
    column: "origin",
    type: "text",
    range: "found, thread",
    title: "origin",
    sentence: "Whether it was asked for, or was fetched as part of a thread around one.",
  },
  {
    key: "language",
    column: "language",
    type: "text",
    title: "language",
    sentence: "The language of its text, as its source says: an ISO 639 code, mostly.",
    empty: "its source does not tell",
  },
  {
    key: "hashtags",
    column: "hashtags",
    type: "text",
    title: "hashtags",
    sentence: "Its hashtags, without #, with spaces between them.",
    definition:
      "A repost has those of its original. Hashtags that name somebody who has opted out are left out.",
    empty: `it has none, or ${unnamed}`,
  },
  {
    key: "links",
    column: "links",
    type: "text",
    title: "links",
    sentence: "The addresses that it links to, with spaces between them.",
    definition: "Addresses of people who have opted out are left out.",
    empty: `it has none, or ${unnamed}`,
  },
  {
    key: "replyTo",
    column: "reply_to",
    type: "text",
    title: "reply to",
    sentence: "The id of the post that it answers.",
    empty: `it is no reply, or the post is not known, or ${unnamed}`,
  },
  {
    key: "repostOf",
    column: "repost_of",
    type: "text",
    title: "repost of",
    sentence: "The id of the post that it passes on.",
    empty: `it is no repost, or the post is not known, or ${unnamed}`,
  },
  {
    key: "quoteOf",
    column: "quote_of",
    type: "text",
    title: "quote of",
    sentence: "The id of the post that it quotes.",
    empty: `it quotes nothing, or the post is not known, or ${unnamed}`,
  },
  {
    key: "url",
    column: "url",
    type: "text",
    title: "page",
    sentence: "Where it can be read.",
    empty: `its source does not tell, or ${unnamed}`,
  },
] as const satisfies readonly TableColumn[];

/** With --with-text alone. */
export const postTextColumn = {
  key: "text",
  column: "text",
  type: "text",
  title: "text",
  sentence: "What its author wrote, on one line, without markup.",
  definition:
    "Never of people who have opted out, nor of posts that name them or have to do with them. At most 30,000 characters.",
  empty: `it is a repost without words of its own, its source has no texts, or ${unnamed}`,
} as const satisfies TableColumn;
