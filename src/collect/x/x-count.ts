import { z } from "zod";
import { SourceError } from "../../model/errors.js";
import { type Collecting, keepAnswer } from "../collecting.js";
import { type XClient, xQuery, xSource } from "./x-client.js";
import { nextToken } from "./x-content.js";
import type { XWindow } from "./x-window.js";

/** More than X has ever had of one hashtag, so that a greater number is none. */
const mostPosts = 1_000_000_000;

const countsSchema = z.object({
  meta: z.object({
    total_post_count: z.unknown().optional(),
    total_tweet_count: z.unknown().optional(),
  }),
});

/**
 * How many posts a search has by X's own count, which is free; `undefined` where X does not say, does
 * not let this token ask, or says what cannot be.
 *
 * @throws {SourceError} where X would refuse the search for the same reason.
 */
export async function countPosts(
  client: XClient,
  window: XWindow,
  collecting: Collecting,
): Promise<number | undefined> {
  const tokens = new Set<string>();
  let posts = 0;
  let token: string | undefined;
  do {
    const answer = await askOrNote(() =>
      client.counts(xQuery(collecting.question), { window, token }),
    );
    if (typeof answer === "string") {
      collecting.onNote(answer);
      return undefined;
    }
    const line = { platform: "x", source: xSource, step: "counts" } as const;
    await keepAnswer(collecting, line, { answer, body: answer.text, content: { posts: [] } });
    const meta = countsSchema.safeParse(answer.value).data?.meta;
    const count = meta?.total_post_count ?? meta?.total_tweet_count;
    if (count === undefined || count === null) return undefined;
    if (!isCount(count) || posts + count > mostPosts) {
      const told = JSON.stringify(count).slice(0, 40);
      collecting.onNote(`X counts ${told} posts, which cannot be: its count is not used`);
      return undefined;
    }
    posts += count;
    token = nextToken(answer.value);
    if (token !== undefined && tokens.has(token)) token = undefined;
    if (token !== undefined) tokens.add(token);
  } while (token !== undefined);
  return posts;
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

/** An answer, or in words why X gives no count and may still give posts. */
async function askOrNote<Answer>(ask: () => Promise<Answer>): Promise<Answer | string> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof SourceError) || !isOfCountsAlone(error)) throw error;
    return `X counts no posts for this token: ${error.message}`;
  }
}

/** A plan may have the search and not the counts; a bad token and empty pockets have neither. */
function isOfCountsAlone({ problem, status }: SourceError): boolean {
  if (status === undefined) return false;
  if (problem === "unauthorized") return status === 403;
  return problem === "not-found" || status === 500 || status === 501 || status === 200;
}
