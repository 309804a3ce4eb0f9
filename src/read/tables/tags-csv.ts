import { isRecord } from "../../platform/record.js";
import { repostedInText } from "../reposted-in-text.js";
import { fieldOf, listEntries } from "./list-cell.js";
import type { RowMeaning, TableDialect } from "./table-dialect.js";

/**
 * The sheet "Archive" of TAGS. Its column `time` is in the time zone of the sheet; the numbers in
 * `entities_str` have lost digits.
 * Source: https://tags.hawksey.info, and the header of version 6 (id_str to entities_hash) as programs that read
 * its archives quote it; its own script is not public.
 */
export const tagsCsv: TableDialect = {
  name: "tags",
  title: "archives of TAGS",
  recognisedBy: "`from_user` with `entities_str`, or with `id_str` and `status_url`",
  reads:
    "author and profile, time (`created_at`), language, replies, reposts by `RT @`, and mentions, hashtags and links from `entities_str`, else from the text; words",
  doesNotRead: "the column `time`, which is not in UTC; quotes, which TAGS does not keep; places",
  signatures: [
    ["from_user", "entities_str"],
    ["from_user", "id_str", "status_url"],
  ],
  platform: "x",
  setAside: ["time"],
  columns: {
    id: ["id_str"],
    time: ["created_at"],
    author: ["from_user"],
    "author-id": ["from_user_id_str"],
    followers: ["user_followers_count"],
    following: ["user_friends_count"],
    text: ["text"],
    url: ["status_url"],
    language: ["user_lang"],
    "reply-to": ["in_reply_to_screen_name", "to_user"],
    "reply-to-id": ["in_reply_to_user_id_str", "to_user_id_str"],
    "reply-to-post": ["in_reply_to_status_id_str"],
  },
  tellsTies: true,
  isInUtc: true,
  meaning(cell) {
    const [entities] = listEntries(cell("entities_str"));
    return {
      cells: { "repost-of": repostedInText(cell("text")), ...entityCells(entities) },
    };
  },
};

function entityCells(entities: unknown): NonNullable<RowMeaning["cells"]> {
  if (!isRecord(entities)) return {};
  const namesOf = (key: string, ...fields: readonly string[]): string => {
    const list = Array.isArray(entities[key]) ? entities[key] : [];
    return JSON.stringify(
      list.flatMap((one) => (isRecord(one) ? (fieldOf(one, ...fields) ?? []) : [])),
    );
  };
  return {
    mentions: namesOf("user_mentions", "screen_name"),
    hashtags: namesOf("hashtags", "text"),
    links: namesOf("urls", "expanded_url", "url"),
  };
}
