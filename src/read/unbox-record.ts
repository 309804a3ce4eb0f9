import { type InputRecord, isRecord } from "../platform/record.js";

/** Fields that hold one object, which R keeps as a table of one row. */
const objectFields = new Set(
  `account author card entities extended_tweet moved public_metrics quote
  quoted_status reblog retweeted_status tweet user`.split(/\s+/u),
);

/**
 * A row as it was before R's jsonlite wrote it without `auto_unbox`, or from a table in a table:
 * each single value, and each object of a field that has one, stands in an array of its own.
 */
export function unboxRecord(record: InputRecord): InputRecord {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, unboxed(value, key)]),
  );
}

function unboxed(value: unknown, key: string): unknown {
  if (isRecord(value)) return unboxRecord(value);
  if (!Array.isArray(value)) return value;
  const [first] = value;
  if (value.length === 1 && !Array.isArray(first)) {
    if (!isRecord(first)) return first;
    if (objectFields.has(key)) return unboxRecord(first);
  }
  return value.map((element) => unboxed(element, ""));
}
