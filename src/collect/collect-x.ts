import { z } from "zod";
import { UserError } from "../model/errors.js";
import { collectXReposters } from "./collect-x-reposters.js";
import { type Collecting, keepAnswer } from "./collecting.js";
import { endsToReopen, type Sweep } from "./sweep.js";
import { sweepTimeline } from "./sweep-timeline.js";
import { costOfPosts, dollars, startBudget } from "./x-budget.js";
import { openX, searchSizes, type XClient, xQuery, xSource } from "./x-client.js";
import { nextToken } from "./x-content.js";
import type { XDialect } from "./x-dialect.js";
import { xTimeline } from "./x-timeline.js";
import { isOutOfReach, windowOf, type XWindow } from "./x-window.js";

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
  const agree = (cost: string): Promise<void> => agreeOn(cost, options, collecting);
  endWalksOutOfReach(collecting);
  const posts = await countWanted(client, collecting);
  try {
    if (posts === 0) {
      collecting.onNote("X has no posts that are not here yet");
    } else {
      await agree(
        posts === undefined
          ? `X does not say how many posts it has; ${costOfPosts(100)}`
          : `X has ${posts} posts to be bought; ${costOfPosts(posts)}`,
      );
      await sweepTimeline(xTimeline(client, budget, collecting), collecting);
    }
    if (collecting.companions.has("reposts")) {
      await collectXReposters({ client, budget, agree }, collecting);
    }
  } finally {
    collecting.onNote(`X: ${dollars(budget.spent())} spent at most in this run`);
  }
}

/** What a walk lacks is gone where it is older than the search of recent posts goes back. */
function endWalksOutOfReach(collecting: Collecting): void {
  for (const sweep of walksToEnd(collecting)) {
    if (!isOutOfReach(sweep, collecting)) continue;
    sweep.walk.open.clear();
    const begun = new Date(sweep.begunAt).toISOString().slice(0, 10);
    collecting.onNote(
      `X: what the search of ${begun} lacks is older than seven days, and only --since with an earlier day, in another folder, brings it`,
    );
  }
}

function walksToEnd(collecting: Collecting): Sweep[] {
  const sweeps = collecting.collected.sweeps.get(xSource)?.list ?? [];
  return sweeps.filter((sweep) => endsToReopen(sweep, collecting).length > 0);
}

/**
 * How many posts the search will bring: the rest of walks that were broken off, and what is new.
 * `undefined` where X does not say.
 */
async function countWanted(client: XClient, collecting: Collecting): Promise<number | undefined> {
  const { collected, maxPosts } = collecting;
  const sweeps = collected.sweeps.get(xSource)?.list ?? [];
  const walks = [
    ...walksToEnd(collecting).map((sweep) => ({
      hits: sweep.hits,
      window: windowOf(
        collecting,
        sweeps.filter(({ number }) => number < sweep.number),
        sweep,
      ),
    })),
    { hits: 0, window: windowOf(collecting, sweeps) },
  ];
  let wanted = 0;
  for (const { hits, window } of walks) {
    const posts = await countPosts(client, window, collecting);
    if (posts === undefined) return undefined;
    const { least } = searchSizes[window.reach];
    const most = maxPosts === undefined ? posts : Math.max(least, maxPosts - hits);
    wanted += Math.min(posts, most);
  }
  return wanted;
}

const countsSchema = z.object({
  meta: z.object({
    total_post_count: z.number().optional(),
    total_tweet_count: z.number().optional(),
  }),
});

async function countPosts(
  client: XClient,
  window: XWindow,
  collecting: Collecting,
): Promise<number | undefined> {
  const tokens = new Set<string>();
  let posts = 0;
  let token: string | undefined;
  do {
    const answer = await client.counts(xQuery(collecting.question), { window, token });
    const line = { platform: "x", source: xSource, step: "counts" } as const;
    await keepAnswer(collecting, line, { answer, body: answer.text, content: { posts: [] } });
    const meta = countsSchema.safeParse(answer.value).data?.meta;
    const count = meta?.total_post_count ?? meta?.total_tweet_count;
    if (count === undefined) return undefined;
    posts += count;
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
    throw new UserError(
      "nothing was bought without a yes",
      "narrow it with --since, --until or --max-posts",
    );
  }
}
