import { z } from "zod";
import { normaliseHashtag } from "./hashtag.js";

/** Which posts of a server are asked for: all it knows, only its own people's, only others'. */
export const scopes = ["everywhere", "local", "remote"] as const;
export type Scope = (typeof scopes)[number];

/** What a collection asks its servers. Another question needs another folder. */
export const questionSchema = z.object({
  /** As it was written, without `#`. */
  tag: z.string(),
  /** Posts with one of these count as well. */
  any: z.array(z.string()),
  /** Posts count only with all of these. */
  all: z.array(z.string()),
  /** Posts with one of these do not count. */
  none: z.array(z.string()),
  scope: z.enum(scopes),
  /** Milliseconds since 1970: `since` inclusive, `until` exclusive. */
  since: z.number().optional(),
  until: z.number().optional(),
});
export type Question = Readonly<z.output<typeof questionSchema>>;

/**
 * Whether a post with these hashtags is one that was asked for. Of a post that stands in the timeline
 * of the hashtag, the server knows best that it has it.
 */
export function hasTagsOf(
  question: Question,
  tags: readonly string[],
  { isOfTimeline }: { readonly isOfTimeline: boolean },
): boolean {
  const carried = new Set(tags.map(normaliseHashtag));
  const has = (tag: string): boolean => carried.has(normaliseHashtag(tag));
  return (
    (isOfTimeline || [question.tag, ...question.any].some(has)) &&
    question.all.every(has) &&
    !question.none.some(has)
  );
}

/** Whether a time is of the period that was asked for; an unknown time is of any. */
export function isOfPeriod({ since, until }: Question, time: number | undefined): boolean {
  if (time === undefined) return true;
  return (since === undefined || time >= since) && (until === undefined || time < until);
}

/** In what a question differs from an earlier one, in words; empty where it is the same. */
export function questionDifferences(earlier: Question, now: Question): string[] {
  const rows: readonly (readonly [string, string, string])[] = [
    ["hashtag", `#${normaliseHashtag(earlier.tag)}`, `#${normaliseHashtag(now.tag)}`],
    ["--any", tagList(earlier.any), tagList(now.any)],
    ["--all", tagList(earlier.all), tagList(now.all)],
    ["--none", tagList(earlier.none), tagList(now.none)],
    ["--local or --remote", earlier.scope, now.scope],
    ["--since", timeText(earlier.since), timeText(now.since)],
    ["--until", timeText(earlier.until), timeText(now.until)],
  ];
  return rows.flatMap(([name, before, after]) =>
    before === after ? [] : [`${name} was ${before} and is ${after} now`],
  );
}

function tagList(tags: readonly string[]): string {
  return tags.length === 0 ? "not given" : tags.map(normaliseHashtag).sort().join(",");
}

function timeText(time: number | undefined): string {
  return time === undefined ? "not given" : new Date(time).toISOString();
}
