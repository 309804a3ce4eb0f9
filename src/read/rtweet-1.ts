import { type InputRecord, isRecord } from "./input-format.js";
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
  const isBeside = typeof record.screen_name === "string" && "truncated" in record;
  if (!isBeside || "user" in record) return record;
  const keys = Object.keys(record);
  const isUserFirst = keys.indexOf("screen_name") < keys.indexOf("truncated");
  const user: Record<string, unknown> = {};
  const post: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(record)) {
    const name = key.replace(/\.1$/u, "");
    const isSecond = name !== key;
    const isOfUser = shared.includes(name) ? isSecond !== isUserFirst : ofUsers.includes(name);
    (isOfUser ? user : post)[name] = value;
  }
  return { ...post, user };
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
