import { z } from "zod";
import { answer, count, texts, time } from "./answer-parts.js";

/** What a collection came to. */
export const collectionResult = {
  hashtag: z.string(),
  log: z.string().describe("the file of everything that was answered"),
  posts: count,
  people: count,
  answers: count,
  newPosts: count,
  sources: z.array(
    z.object({
      source: z.string(),
      posts: count,
      pages: count,
      oldest: time.optional(),
      newest: time.optional(),
      late: count.describe("posts that came after an earlier run had passed their place"),
      latestMs: z.number(),
      isEndToBeShownAgain: z.boolean(),
      lookBackMs: z.number().optional(),
    }),
  ),
  plan: texts.describe("what it would cost, in sentences; empty without --plan"),
  failures: z.array(
    z.object({
      message: z.string(),
      nextStep: z.string(),
      problem: z
        .enum([
          "unauthorized",
          "not-found",
          "refused",
          "rate-limited",
          "used-up",
          "unavailable",
          "bad-payload",
        ])
        .optional(),
      status: z.int().optional().describe("of HTTP"),
    }),
  ),
  wasInterrupted: z.boolean(),
};

export const collectAnswer = answer({ command: "collect", schemaVersion: 1 }, collectionResult);
