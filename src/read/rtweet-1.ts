import { type InputRecord, isRecord } from "../platform/record.js";
import { unboxRecord } from "./unbox-record.js";

/** Columns of `users_data()` that posts have as well. */
const shared = [
  "id",
  "id_str",
  "created_at",
  "entities",
  "withheld_in_countries",
  "withheld_scope",
];
const ofUsers =
  `name screen_name location derived url description protected verified followers_count
  friends_count listed_count favourites_count statuses_count profile_banner_url
  profile_image_url_https default_profile default_profile_image`.split(/\s+/u);

const inner = ["retweeted_status", "quoted_status"];

/**
 * A row of rtweet 1.x as X's own post: what it reposts or quotes out of the lists that R has put them
 * in, and the author's columns inside, where `cbind(tweets, users_data(tweets))` has put them beside the
 * post's. Of two columns of one name R calls the second `id_str.1`. Any other row as it is.
 * Source: https://docs.ropensci.org/rtweet, users_data; written by rtweet 1.1.0 with jsonlite 1.8.4.
 */
export function postOfRtweet(record: InputRecord): InputRecord {
  return withUser(withoutBoxes(record));
}

function withoutBoxes(record: InputRecord): InputRecord {
  const boxed = inner.filter((name) => Array.isArray(record[name]));
  if (boxed.length === 0) return record;
  const opened = boxed.map((name): [string, unknown] => {
    const [post]: unknown[] = Array.isArray(record[name]) ? record[name] : [];
    return [name, isRecord(post) ? unboxRecord(post) : undefined];
  });
  return { ...record, ...Object.fromEntries(opened) };
}

function withUser(record: InputRecord): InputRecord {
  if ("user" in record) return record;
  const columns = columnsOfUsers(Object.keys(record));
  if (columns === undefined) return record;
  const user: Record<string, unknown> = {};
  const post: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(record)) {
    (columns.has(key) ? user : post)[nameInRtweet(key)] = value;
  }
  return { ...post, user };
}

/**
 * Columns of a table of rtweet 1.x that tell of authors where they stand beside the posts', each with
 * a name that cannot be a post's, and the posts' own without R's number behind them; `undefined` for
 * any other table.
 */
export function columnsApart(columns: readonly string[]): ReadonlyMap<string, string> | undefined {
  const ofUsers = columnsOfUsers(columns);
  if (ofUsers === undefined) return undefined;
  return new Map(
    columns.map((column) => {
      const name = nameInRtweet(column);
      const isOfUser = ofUsers.has(column) && !name.startsWith("user_");
      return [column, isOfUser ? `user_${name}` : name];
    }),
  );
}

/** Of two columns of one name the author's is the one on the side where `screen_name` is. */
function columnsOfUsers(columns: readonly string[]): ReadonlySet<string> | undefined {
  const [handle, truncated] = ["screen_name", "truncated"].map((name) => columns.indexOf(name));
  if (handle < 0 || truncated < 0) return undefined;
  const isUserFirst = handle < truncated;
  const seconds = new Set(columns.map(nameInRtweet).filter((name, at) => name !== columns[at]));
  return new Set(
    columns.filter((column) => {
      const name = nameInRtweet(column);
      if (!shared.includes(name)) return ofUsers.includes(name);
      return seconds.has(name) && (name !== column) !== isUserFirst;
    }),
  );
}

/** Without what R, or who read the table, puts behind the second of two columns of one name. */
function nameInRtweet(column: string): string {
  return column.replace(/(?:\.1| \(2\))$/u, "");
}

/** rtweet 1.x alone has such columns; it keeps the authors of posts apart. */
export function isOfRtweetWithoutUsers(columns: readonly string[]): boolean {
  return (
    ["display_text_width", "full_text", "favorited_by"].every((name) => columns.includes(name)) &&
    !columns.includes("screen_name")
  );
}

/** Writes posts with their authors, in R. */
export const rtweetWithUsers =
  'jsonlite::stream_out(cbind(tweets, users_data(tweets)), file("tweets.ndjson"))';
