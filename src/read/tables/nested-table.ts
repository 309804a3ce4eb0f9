import { type InputRecord, isRecord } from "../../platform/record.js";
import { bluesky } from "../bluesky.js";
import type { InputFormat } from "../input-format.js";
import { mastodonStatus } from "../mastodon-status.js";
import { misskey } from "../misskey.js";
import { snscrape } from "../snscrape.js";
import { xApify } from "../x-apify.js";
import { xV2Flat } from "../x-v2-flat.js";
import { xV11 } from "../x-v11.js";
import { xWeb } from "../x-web.js";
import { nestedRow } from "./nested-row.js";

const formats: readonly InputFormat[] = [
  mastodonStatus,
  xV2Flat,
  snscrape,
  xApify,
  xWeb,
  xV11,
  misskey,
  bluesky,
];

/** Names for X's authors that people join to posts of the API v2, which tell an id alone. */
const joinedNames = ["username", "author_username", "user_username", "screen_name"];

/** How the rows of a table are read that somebody has made of nested JSON. */
interface NestedTable {
  readonly format: InputFormat;
  readonly rowOf: (record: InputRecord) => InputRecord;
}

/**
 * The format whose JSON a table was before pandas, R or Apify made columns of its paths; `undefined`
 * where no row shows that anything was nested, or half of the rows are of no such format.
 */
export function nestedTable(rows: readonly InputRecord[]): NestedTable | undefined {
  const sample = rows.slice(0, 200);
  const isNested = sample.some((row) => Object.values(nestedRow(row)).some(isObject));
  if (!isNested) return undefined;
  const nested = sample.map(jsonRow);
  const format = formats.find(
    (one) => nested.filter((row) => one.recognises(row)).length * 2 > nested.length,
  );
  return format === undefined ? undefined : { format, rowOf: jsonRow };
}

function isObject(value: unknown): boolean {
  return isRecord(value) || Array.isArray(value);
}

function jsonRow(record: InputRecord): InputRecord {
  const row = nestedRow(record);
  const name = joinedNames.find((column) => typeof row[column] === "string");
  if (row.author !== undefined || row.author_id === undefined || name === undefined) return row;
  return { ...row, author: { id: row.author_id, username: row[name] } };
}
