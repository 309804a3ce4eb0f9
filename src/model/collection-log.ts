import { z } from "zod";
import { questionSchema } from "./question.js";

/** The one file of a collection: an answer a line, appended; only `forget` ever changes it. */
export const collectionLogName = "pages.ndjson";

export const platforms = ["mastodon", "x"] as const;
export type Platform = (typeof platforms)[number];

/**
 * What was asked for. `server`: what the server says of itself; `counts`: how many posts there are;
 * `tag`: how often a server saw the hashtag in the last days;
 * `timeline`: posts with the hashtag, newest first; `thread`: what stands around a post; `post`: whether
 * a post that a server showed once is still there;
 * `reposters`: who passed a post on; `account`: who somebody is on their own server; `following`:
 * whom somebody follows.
 */
export const collectionSteps = [
  "server",
  "counts",
  "tag",
  "timeline",
  "thread",
  "post",
  "reposters",
  "account",
  "following",
] as const;
export type CollectionStep = (typeof collectionSteps)[number];

/**
 * Why no further page was asked for. `oldest`: the server has no older one, which it must show twice,
 * in two runs; `known`: what follows is here already; `since`: what follows is before the period;
 * `max-posts`: enough, until more are wanted; `no-advance`: the server gives the same page again, so
 * that what follows is missing, and is asked for again in the next run.
 */
export const sweepEnds = ["oldest", "known", "since", "max-posts", "no-advance"] as const;
export type SweepEnd = (typeof sweepEnds)[number];

/** Whom or what a question after the timeline is about. */
const subjectSchema = z.object({
  /** A post's key, and when it was published, as its server wrote it. */
  post: z.string().optional(),
  postedAt: z.string().optional(),
  /** An account's key. */
  account: z.string().optional(),
});

/**
 * A line of the log. Whatever tells what the answer is to stands before it, so that a line is
 * whole in itself; `body` is the server's own JSON, as it came.
 */
export const answerLineSchema = z.object({
  /** The form of the line: 1 is what this version writes. A later one is read as far as it is alike. */
  tagatlas: z.int().min(1),
  platform: z.enum(platforms),
  /** The server that answered; `x` for X. */
  source: z.string(),
  step: z.enum(collectionSteps),
  question: questionSchema,
  about: subjectSchema.optional(),
  /** Which walk from the newest post backwards, from 1. */
  sweep: z.number().optional(),
  /** Where this page begins, as the `next` of the one above it; absent at the newest post. */
  from: z.string().optional(),
  /** Where one goes on; absent where there is nothing more. */
  next: z.string().optional(),
  end: z.enum(sweepEnds).optional(),
  /** Posts that came to the server after an earlier walk had passed their place. */
  late: z.object({ posts: z.number(), longestMs: z.number() }).optional(),
  /** Posts of the page that were more than `--max-posts` and were left out before this was written. */
  beyondMax: z.number().optional(),
  request: z.object({ method: z.literal("GET"), uri: z.string() }),
  status: z.number(),
  headers: z.record(z.string(), z.string()),
  recorded_at: z.string(),
  /** Posts that were not for everybody's eyes and were left out before this was written. */
  leftOut: z.number().optional(),
  body: z.unknown(),
});
export type AnswerLine = Readonly<z.output<typeof answerLineSchema>>;

/** Whether a row is a line of a log that a later version may have written. */
export function isNewerLine(row: unknown): boolean {
  if (typeof row !== "object" || row === null || !("tagatlas" in row)) return false;
  const { tagatlas } = row;
  if (!Number.isSafeInteger(tagatlas) || Number(tagatlas) < 1) return false;
  const step: unknown = Reflect.get(row, "step");
  const isUnknownStep =
    typeof step === "string" && !collectionSteps.some((known) => known === step);
  return Number(tagatlas) > 1 || isUnknownStep;
}
