import { type ColumnMap, type ColumnRole, columnRoles } from "../model/column-map.js";
import { UserError } from "../model/errors.js";

/** Names under which tables keep a thing, the surest first. */
const usualNames: Readonly<Record<ColumnRole, readonly string[]>> = {
  id: ["id", "id_str", "tweet_id", "status_id", "post_id"],
  time: ["created_at", "time", "timestamp", "date", "datetime"],
  author: ["user", "author", "username", "screen_name", "user_screen_name", "from_user", "handle"],
  "author-id": ["author_id", "user_id", "from_user_id_str"],
  name: ["name", "display_name", "author_fullname"],
  followers: ["followers", "followers_count", "user_followers_count"],
  text: ["text", "full_text", "tweet", "content", "body", "message"],
  url: ["url", "status_url", "link", "permalink"],
  "reply-to": ["in_reply_to_screen_name", "reply_to", "replied_user"],
  mentions: ["mentions", "mentioned_names"],
  "repost-of": ["retweeted_user", "repost_of"],
  "quote-of": ["quoted_user", "quote_of"],
};

/** Without these three a table is not taken for one of posts unless it is said which columns are. */
const neededRoles = ["author", "time", "text"] as const;

/**
 * The columns of a table that says by its header what it is: author, time and text, with id and
 * address where they are there. `undefined` where one of the three is missing.
 */
export function guessColumns(columns: readonly string[]): ColumnMap | undefined {
  const map: Partial<Record<ColumnRole, string>> = {};
  for (const role of ["id", "url", ...neededRoles] as const) {
    const column = namedAs(role, columns);
    if (column !== undefined) map[role] = column;
    else if (role !== "id" && role !== "url") return undefined;
  }
  return map;
}

function namedAs(role: ColumnRole, columns: readonly string[]): string | undefined {
  for (const name of usualNames[role]) {
    const column = columns.find((candidate) => candidate.toLowerCase() === name);
    if (column !== undefined) return column;
  }
  return undefined;
}

/**
 * Stops where a map names columns that the table has not.
 *
 * @throws {UserError} with the table's columns and the nearest names.
 */
export function checkColumns(path: string, columns: readonly string[], map: ColumnMap): void {
  const missing = columnRoles.flatMap((role) => {
    const column = map[role];
    return column === undefined || columns.includes(column) ? [] : [{ role, column }];
  });
  if (missing.length === 0) return;
  const names = missing.map(({ column }) => JSON.stringify(column)).join(", ");
  const hints = missing.flatMap(({ role, column }) => {
    const near = nearestColumn(column, columns);
    return near === undefined ? [] : [`${role}=${near}`];
  });
  throw new UserError(
    `${path} has no column ${names}: its columns are ${listed(columns)}`,
    hints.length === 0 ? "correct --map" : `perhaps --map with ${hints.join(",")}`,
  );
}

/** For a table that nothing recognises: its columns, and the map that comes nearest. */
export function unknownTable(path: string, columns: readonly string[]): UserError {
  const hints = neededRoles.map((role) => {
    const near =
      namedAs(role, columns) ??
      usualNames[role].map((name) => nearestColumn(name, columns)).find((name) => name);
    return `${role}=${near ?? "…"}`;
  });
  return new UserError(
    `${path} is a table that tagatlas does not know: its columns are ${listed(columns)}`,
    `say which column holds what, for example: --map ${hints.join(",")}`,
  );
}

const columnsListed = 30;

function listed(columns: readonly string[]): string {
  const shown = columns.slice(0, columnsListed).map((column) => column.slice(0, 60));
  return `${shown.join(", ")}${columns.length > columnsListed ? ", …" : ""}`;
}

/** The column most like a name: one holds the other, else at most a third of it is different. */
function nearestColumn(name: string, columns: readonly string[]): string | undefined {
  const wanted = letters(name);
  const nearness = columns.map((column) => {
    const found = letters(column);
    const isPart = found !== "" && (found.includes(wanted) || wanted.includes(found));
    return isPart ? 0.5 : editDistance(wanted, found);
  });
  const least = nearness.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  return least <= Math.max(1, wanted.length / 3) ? columns[nearness.indexOf(least)] : undefined;
}

function letters(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** Letters to insert, delete or replace (Levenshtein). */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1];
    for (const [at, other] of [...to].entries()) {
      const replaced = row[at] + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, row[at + 1] + 1, next[at] + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
