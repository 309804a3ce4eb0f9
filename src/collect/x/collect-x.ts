import { UserError } from "../../model/errors.js";
import type { Collecting } from "../collecting.js";
import { endsToReopen, type Sweep } from "../sweep.js";
import { sweepTimeline } from "../sweep-timeline.js";
import { collectXReposters, type XCost } from "./collect-x-reposters.js";
import { costOfPosts, dearestPost, dollars, startBudget, type XBudget } from "./x-budget.js";
import { openX, searchSizes, type XClient, xSource } from "./x-client.js";
import { countPosts } from "./x-count.js";
import type { XDialect } from "./x-dialect.js";
import { xTimeline } from "./x-timeline.js";
import { isOutOfReach, windowOf } from "./x-window.js";

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
  const agree = (cost: XCost): Promise<void> => agreeOn(cost, { options, budget, collecting });
  endWalksOutOfReach(collecting);
  const wanted = await countWanted(client, collecting);
  if (collecting.isPlan) {
    collecting.onPlan(wanted?.posts === 0 ? nothingNew : costOfSearch(wanted).words);
    return;
  }
  try {
    if (wanted?.posts === 0) {
      collecting.onNote(nothingNew);
    } else {
      await agree(costOfSearch(wanted));
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

/** How many posts a search will bring by X's count, and how many it can bring at most. */
interface WantedPosts {
  readonly posts: number;
  readonly most: number;
}

const nothingNew = "X has no posts that are not here yet";

/** So many are spoken of where X does not say how many there are. */
const unknownPosts = 100;

function costOfSearch(wanted: WantedPosts | undefined): XCost {
  const { posts, most } = wanted ?? { posts: unknownPosts, most: unknownPosts };
  const cost = costOfPosts(posts, most);
  return {
    most: most * dearestPost.everything,
    words:
      wanted === undefined
        ? `X does not say how many posts it has; ${cost}`
        : `X has ${posts} posts to be bought; ${cost}`,
  };
}

/**
 * How many posts the search will bring: the rest of walks that were broken off, and what is new.
 * `undefined` where X does not say.
 */
async function countWanted(
  client: XClient,
  collecting: Collecting,
): Promise<WantedPosts | undefined> {
  const { collected, maxPosts } = collecting;
  const sweeps = collected.sweeps.get(xSource)?.list ?? [];
  const walks = [
    ...walksToEnd(collecting).map((sweep) => ({
      found: sweep.found,
      window: windowOf(
        collecting,
        sweeps.filter(({ number }) => number < sweep.number),
        sweep,
      ),
    })),
    { found: 0, window: windowOf(collecting, sweeps) },
  ];
  let wanted = { posts: 0, most: 0 };
  for (const { found, window } of walks) {
    const posts = await countPosts(client, window, collecting);
    if (posts === undefined) return undefined;
    const { least } = searchSizes[window.reach];
    const most = maxPosts === undefined ? posts : Math.max(least, maxPosts - found);
    const bought = Math.min(posts, most);
    wanted = {
      posts: wanted.posts + bought,
      most: wanted.most + Math.max(least, bought),
    };
  }
  return wanted;
}

async function agreeOn(
  { words, most }: XCost,
  {
    options,
    budget,
    collecting,
  }: { readonly options: XOptions; readonly budget: XBudget; readonly collecting: Collecting },
): Promise<void> {
  collecting.onPlan(words);
  if (options.maxCost !== undefined) return;
  if (options.confirm === undefined) {
    throw new UserError(
      `${words}. Nobody can be asked here whether that is all right`,
      "say with --max-cost how many dollars this run may spend",
    );
  }
  if (!(await options.confirm(`Buy them, for ${dollars(most)} at most?`))) {
    throw new UserError(
      "nothing was bought without a yes",
      "narrow it with --since, --until or --max-posts",
    );
  }
  budget.agree(most);
}
