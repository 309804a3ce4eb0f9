import { type InputRecord, isRecord, type RecordContext } from "../platform/record.js";
import type { UnwrappedRecord } from "./unwrap-record.js";

/** So deep stand posts in an answer; a deeper one is none of X. */
const deepest = 24;

/**
 * The posts of an answer of X's web page, as scrapers keep it whole: a timeline of a search, a
 * person or a list, a post with its thread, or one post. `undefined` where it is no such answer.
 */
export function timelineRows(
  value: InputRecord,
  context: RecordContext,
): readonly UnwrappedRecord[] | undefined {
  if (!isRecord(value.data) || "includes" in value || "meta" in value) return undefined;
  const rows: UnwrappedRecord[] = [];
  let isAnswer = false;
  const visit = (part: unknown, depth: number): void => {
    if (depth > deepest) return;
    if (Array.isArray(part)) {
      for (const element of part) visit(element, depth + 1);
      return;
    }
    if (!isRecord(part)) return;
    if (Array.isArray(part.instructions)) isAnswer = true;
    const found = part.tweet_results ?? part.tweetResult ?? part.tweetResultByRestId;
    if (isRecord(found)) {
      isAnswer = true;
      rows.push(rowOf(found.result, "promotedMetadata" in part, context));
      return;
    }
    for (const inner of Object.values(part)) visit(inner, depth + 1);
  };
  visit(value.data, 0);
  return isAnswer ? rows : undefined;
}

function rowOf(result: unknown, isPromoted: boolean, context: RecordContext): UnwrappedRecord {
  if (isPromoted) return { skipped: "a promoted post" };
  if (!isRecord(result) || !(isRecord(result.legacy) || isRecord(result.tweet))) {
    return { skipped: "a post that X no longer shows" };
  }
  return { record: result, context };
}
