import type { TableColumn } from "./column.js";

/** The columns of `mastodon-follows.csv`, which are Mastodon's own. */
export const mastodonFollowsColumns = [
  {
    key: "address",
    column: "Account address",
    type: "text",
    title: "account",
    sentence: "Whom to follow, as user@host.",
  },
  {
    key: "showsReposts",
    column: "Show boosts",
    type: "text",
    range: "true",
    title: "show reposts",
    sentence: "Whether the timeline shows what they repost.",
  },
  {
    key: "notifies",
    column: "Notify on new posts",
    type: "text",
    range: "false",
    title: "notify",
    sentence: "Whether Mastodon tells of each of their posts.",
  },
  {
    key: "languages",
    column: "Languages",
    type: "text",
    title: "languages",
    sentence: "Posts in which languages are shown.",
    empty: "those in every language",
  },
] as const satisfies readonly TableColumn[];
