import type { EngineDialect } from "../model/engine.js";

/** The few things that engines write differently. Whatever is not here is the same SQL in all of them. */
export interface Dialect {
  readonly name: EngineDialect;
  /** A type of texts, and one of numbers of 64 bits with a fraction. */
  readonly text: string;
  readonly double: string;
  /** Milliseconds since 1970 of a text: ISO 8601, or the number itself; null for what is neither. */
  millisecondsOf(text: string): string;
  /** A timestamp in UTC, of whole seconds since 1970. */
  timestampOf(seconds: string): string;
  /** The same as `2026-03-01T09:00:00Z`. */
  isoTextOf(seconds: string): string;
  /** Joins a row with each element of a list of texts in it. */
  eachText(list: string, element: string): string;
  /** The same of a list of relations, whose fields are then `relation.kind` and so on. */
  eachRelation(list: string): string;
  /** Whether one of a list of relations, `r`, fulfils a condition. False for no list. */
  anyRelation(list: string, condition: string): string;
  matches(text: string, pattern: string): string;
  /** Text with each match replaced; `$1` is its first group. */
  replaced(text: string, pattern: string, by: string): string;
  /** The MD5 sum of a text, in hexadecimal digits. */
  md5Of(text: string): string;
  /** The number that hexadecimal digits stand for. */
  numberOfHex(digits: string): string;
}

const isoFormat = "%Y-%m-%dT%H:%M:%SZ";
const relationFields = "kind, person, post, position";

/** A text as SQL writes it where a backslash is a sign like others. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** The same where a backslash and a quotation mark are written with a backslash before them. */
function escaped(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}

const backslashGroups = (text: string): string => text.replace(/\$(\d)/gu, "\\$1");

/** What tells a time from a number: an ISO 8601 time has a colon. */
function timeOrNumber(text: string, time: string, number: string): string {
  return `CASE WHEN ${text} LIKE '%:%' THEN ${time} ELSE ${number} END`;
}

export const dialects: Readonly<Record<EngineDialect, Dialect>> = {
  duckdb: {
    name: "duckdb",
    text: "VARCHAR",
    double: "DOUBLE",
    millisecondsOf: (text) =>
      timeOrNumber(
        text,
        `CAST(epoch_ms(TRY_CAST(${text} AS TIMESTAMP)) AS DOUBLE)`,
        `TRY_CAST(${text} AS DOUBLE)`,
      ),
    timestampOf: (seconds) => `to_timestamp(${seconds})`,
    isoTextOf: (seconds) =>
      `strftime(make_timestamp(CAST(${seconds} AS BIGINT) * 1000000), '${isoFormat}')`,
    eachText: (list, element) => `CROSS JOIN UNNEST(${list}) AS each_text(${element})`,
    eachRelation: (list) => `CROSS JOIN UNNEST(${list}) AS each_relation(relation)`,
    anyRelation: (list, condition) =>
      `COALESCE(len(list_filter(${list}, lambda r: ${condition})) > 0, FALSE)`,
    matches: (text, pattern) => `regexp_matches(${text}, ${quoted(pattern)})`,
    replaced: (text, pattern, by) =>
      `regexp_replace(${text}, ${quoted(pattern)}, ${quoted(backslashGroups(by))}, 'g')`,
    md5Of: (text) => `md5(${text})`,
    numberOfHex: (digits) => `CAST(CONCAT('0x', ${digits}) AS BIGINT)`,
  },
  spark: {
    name: "spark",
    text: "STRING",
    double: "DOUBLE",
    millisecondsOf: (text) =>
      timeOrNumber(
        text,
        `CAST(unix_millis(TRY_CAST(${text} AS TIMESTAMP)) AS DOUBLE)`,
        `TRY_CAST(${text} AS DOUBLE)`,
      ),
    timestampOf: (seconds) => `timestamp_seconds(${seconds})`,
    isoTextOf: (seconds) =>
      `date_format(timestamp_seconds(${seconds}), "yyyy-MM-dd'T'HH:mm:ss'Z'")`,
    eachText: (list, element) => `LATERAL VIEW explode(${list}) each_text AS ${element}`,
    eachRelation: (list) => `LATERAL VIEW explode(${list}) each_relation AS relation`,
    anyRelation: (list, condition) => `COALESCE(exists(${list}, r -> ${condition}), FALSE)`,
    matches: (text, pattern) => `regexp_like(${text}, ${escaped(pattern)})`,
    replaced: (text, pattern, by) => `regexp_replace(${text}, ${escaped(pattern)}, ${escaped(by)})`,
    md5Of: (text) => `md5(${text})`,
    numberOfHex: (digits) => `CAST(conv(${digits}, 16, 10) AS BIGINT)`,
  },
  bigquery: {
    name: "bigquery",
    text: "STRING",
    double: "FLOAT64",
    millisecondsOf: (text) =>
      timeOrNumber(
        text,
        `CAST(UNIX_MILLIS(SAFE_CAST(${text} AS TIMESTAMP)) AS FLOAT64)`,
        `SAFE_CAST(${text} AS FLOAT64)`,
      ),
    timestampOf: (seconds) => `TIMESTAMP_SECONDS(CAST(${seconds} AS INT64))`,
    isoTextOf: (seconds) =>
      `FORMAT_TIMESTAMP('${isoFormat}', TIMESTAMP_SECONDS(CAST(${seconds} AS INT64)))`,
    eachText: (list, element) => `CROSS JOIN UNNEST(${list}) AS ${element}`,
    eachRelation: (list) => `CROSS JOIN UNNEST(${list}) AS relation`,
    anyRelation: (list, condition) =>
      `EXISTS (SELECT 1 FROM UNNEST(${list}) AS r WHERE ${condition})`,
    matches: (text, pattern) => `REGEXP_CONTAINS(${text}, ${escaped(pattern)})`,
    replaced: (text, pattern, by) =>
      `REGEXP_REPLACE(${text}, ${escaped(pattern)}, ${escaped(backslashGroups(by))})`,
    md5Of: (text) => `TO_HEX(MD5(${text}))`,
    numberOfHex: (digits) => `CAST(CONCAT('0x', ${digits}) AS INT64)`,
  },
  trino: {
    name: "trino",
    text: "VARCHAR",
    double: "DOUBLE",
    millisecondsOf: (text) =>
      timeOrNumber(
        text,
        `to_unixtime(TRY(from_iso8601_timestamp(${text}))) * 1000`,
        `TRY_CAST(${text} AS DOUBLE)`,
      ),
    timestampOf: (seconds) => `from_unixtime(${seconds})`,
    isoTextOf: (seconds) =>
      `date_format(from_unixtime(${seconds}) AT TIME ZONE 'UTC', '%Y-%m-%dT%H:%i:%sZ')`,
    eachText: (list, element) => `CROSS JOIN UNNEST(${list}) AS each_text(${element})`,
    eachRelation: (list) => `CROSS JOIN UNNEST(${list}) AS relation(${relationFields})`,
    anyRelation: (list, condition) => `COALESCE(any_match(${list}, r -> ${condition}), FALSE)`,
    matches: (text, pattern) => `regexp_like(${text}, ${quoted(pattern)})`,
    replaced: (text, pattern, by) => `regexp_replace(${text}, ${quoted(pattern)}, ${quoted(by)})`,
    md5Of: (text) => `lower(to_hex(md5(to_utf8(${text}))))`,
    numberOfHex: (digits) => `from_base(${digits}, 16)`,
  },
};
