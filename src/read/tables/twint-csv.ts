import { parseXHandle } from "../../model/x-handle.js";
import { fieldOf, listEntries } from "./list-cell.js";
import type { CellOf, RowMeaning, TableDialect } from "./table-dialect.js";

/**
 * What twint writes. `date` and `time` are of the place where it ran, which `timezone` tells; `reply_to`
 * lists whom a reply begins with, in older versions the author before them.
 * Source: https://github.com/twintproject/twint, twint/storage/write_meta.py and panda.py (ec13e6c, 343ab23). What stands in
 * `reply_to` and `user_rt` is from files that people published.
 */
export const twintCsv: TableDialect = {
  name: "twint",
  title: "tables of twint",
  recognisedBy: "`username` and `tweet`, with `timezone` or `conversation_id`",
  reads:
    "author, time with its zone, language, replies, mentions, reposts in timelines, quotes by their link, hashtags, links, words",
  doesNotRead: "places and media; translations",
  signatures: [
    ["username", "tweet", "timezone"],
    ["username", "tweet", "conversation_id"],
  ],
  platform: "x",
  setAside: ["user_rt", "user_rt_id", "retweet_id", "retweet_date"],
  columns: {
    id: ["id"],
    author: ["username"],
    "author-id": ["user_id"],
    name: ["name"],
    text: ["tweet"],
    url: ["link"],
    time: ["created_at", "date"],
    language: ["language"],
    hashtags: ["hashtags"],
    links: ["urls"],
    mentions: ["mentions"],
  },
  meaning(cell) {
    return {
      cells: { time: timeOf(cell), ...quoteCells(cell), ...repostCells(cell), ...replyCells(cell) },
    };
  },
};

type Cells = NonNullable<RowMeaning["cells"]>;

function timeOf(cell: CellOf): string | undefined {
  const [date, time, zone] = [cell("date"), cell("time"), cell("timezone")];
  if (date === undefined || time === undefined) return cell("created_at") ?? date;
  return [date, time, ...(zone === undefined ? [] : [zone])].join(" ");
}

function quoteCells(cell: CellOf): Cells {
  const quoted = cell("quote_url");
  return quoted === undefined ? {} : { "quote-of": quoted, "quote-of-post": quoted };
}

/** `user_rt` holds the name in some versions and the whole text in others. */
function repostCells(cell: CellOf): Cells {
  if (!/^true$/iu.test(cell("retweet") ?? "")) return {};
  return {
    "repost-of": parseXHandle(cell("user_rt")),
    "repost-of-id": cell("user_rt_id"),
    "repost-of-post": cell("retweet_id"),
  };
}

function replyCells(cell: CellOf): Cells {
  const written = cell("reply_to");
  if (written === undefined) return {};
  const people = listEntries(written).map((entry) =>
    typeof entry === "string"
      ? { screen_name: entry, id: undefined }
      : {
          screen_name: fieldOf(entry, "screen_name", "username"),
          id: fieldOf(entry, "id", "user_id"),
        },
  );
  const author = cell("username")?.toLowerCase();
  const [answered, ...further] = people.filter(
    ({ screen_name: name }) => name?.replace(/^@/u, "").toLowerCase() !== author,
  );
  const isAlone = cell("conversation_id") !== undefined && cell("conversation_id") === cell("id");
  if (answered === undefined || isAlone) return { "reply-to": undefined };
  return {
    "reply-to": answered.screen_name,
    "reply-to-id": answered.id,
    mentions: JSON.stringify([...listEntries(cell("mentions")), ...further]),
  };
}
