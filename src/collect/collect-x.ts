import { z } from "zod";
import { UserError } from "../model/errors.js";
import { collectXReposters } from "./collect-x-reposters.js";
import { type Collecting, keepAnswer } from "./collecting.js";
import { sweepTimeline } from "./sweep-timeline.js";
import { costOfPosts, dollars, startBudget } from "./x-budget.js";
import { openX, type XClient, xQuery, xSource } from "./x-client.js";
import { nextToken } from "./x-content.js";
import type { XDialect } from "./x-dialect.js";
import { windowOf, xTimeline } from "./x-timeline.js";

export interface XOptions {
  readonly origin: string;
  readonly dialect: XDialect;
  /** In dollars. */
  readonly maxCost: number | undefined;
  /** Asks a person; `undefined` where there is nobody to ask. */
  readonly confirm: ((question: string) => Promise<boolean>) | undefined;
}

/**
 * Posts with a hashtag from X: first how many there are, which is free, and what they would cost;
 * then the search; then, if asked for, who passed them on.
 *
 * @throws {SourceError} where X gives no more, or the money is used up.
 * @throws {UserError} where nobody has agreed to the cost.
 */
export async function collectX(options: XOptions, collecting: Collecting): Promise<void> {
  const client = openX(options.origin, collecting.ask, options.dialect);
  const budget = startBudget(options.maxCost);
  const posts = await countPosts(client, collecting);
  const wanted = Math.min(posts, collecting.maxPosts ?? Number.POSITIVE_INFINITY);
  await agreeOn(`X has ${posts} posts; ${costOfPosts(wanted)}`, options, collecting);
  await sweepTimeline(xTimeline(client, budget, collecting), collecting);
  if (collecting.companions.has("reposts")) {
    const agree = (cost: string): Promise<void> => agreeOn(cost, options, collecting);
    await collectXReposters({ client, budget, agree }, collecting);
  }
  collecting.onNote(`X: ${dollars(budget.spent())} spent at most in this run`);
}

const countsSchema = z.object({
  meta: z
    .object({
      total_post_count: z.number().optional(),
      total_tweet_count: z.number().optional(),
    })
    .catch({}),
});

async function countPosts(client: XClient, collecting: Collecting): Promise<number> {
  const earlier = collecting.collected.sweeps.get(xSource) ?? [];
  const window = windowOf(collecting, earlier);
  const tokens = new Set<string>();
  let posts = 0;
  let token: string | undefined;
  do {
    const answer = await client.counts(xQuery(collecting.question), window, token);
    const { meta } = countsSchema.catch({ meta: {} }).parse(answer.value);
    posts += meta.total_post_count ?? meta.total_tweet_count ?? 0;
    const line = { platform: "x", source: xSource, step: "counts" } as const;
    await keepAnswer(collecting, line, { answer, body: answer.text, content: { posts: [] } });
    token = nextToken(answer.value);
    if (token !== undefined && tokens.has(token)) token = undefined;
    if (token !== undefined) tokens.add(token);
  } while (token !== undefined);
  return posts;
}

async function agreeOn(cost: string, options: XOptions, { onNote }: Collecting): Promise<void> {
  onNote(cost);
  if (options.maxCost !== undefined) return;
  if (options.confirm === undefined) {
    throw new UserError(
      `${cost}. Nobody can be asked here whether that is all right`,
      "say with --max-cost how many dollars this run may spend",
    );
  }
  if (!(await options.confirm("Buy them?"))) {
    throw new UserError("nothing was bought", "narrow it with --since, --until or --max-posts");
  }
}
