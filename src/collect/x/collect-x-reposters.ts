import type { KnownPost } from "../collected.js";
import { type Collecting, keepAnswer } from "../collecting.js";
import { askablePosts, forEach } from "../companion-requests.js";
import { isFaultOfPage } from "../page-fault.js";
import { dollars, type XBudget, xPrices } from "./x-budget.js";
import { type XClient, xSource } from "./x-client.js";
import { nextToken, withoutProtected } from "./x-content.js";

/** What something will cost, to be agreed to. */
export interface XCost {
  readonly words: string;
  /** In dollars; a yes is for so many, and not for more. */
  readonly most: number;
}

interface XShop {
  readonly client: XClient;
  readonly budget: XBudget;
  /** Asks whether a cost is all right, and throws where it is not. */
  readonly agree: (cost: XCost) => Promise<void>;
}

const peopleAtOnce = 100;

/**
 * Who passed the posts on: since May 2026 the search gives no reposts, so each post is asked for by
 * itself.
 *
 * @throws {SourceError} where X gives no more, or the money is used up.
 */
export async function collectXReposters(shop: XShop, collecting: Collecting): Promise<void> {
  const { reposters } = collecting.collected;
  const wanted = askablePosts(collecting).filter(({ post, idOn }) => {
    const progress = reposters.get(post.key);
    const isLacking = post.reposts > (progress?.count ?? 0) || progress?.next !== undefined;
    return idOn.has(xSource) && isLacking;
  });
  if (wanted.length === 0) return;
  const people = wanted.reduce((sum, { post }) => sum + post.reposts, 0);
  // Whether a list has come to its end, only a page for one more tells.
  const most = (people + wanted.length) * xPrices.person;
  await shop.agree({
    words: `the ${people} reposts of ${wanted.length} posts are up to ${dollars(most)} more, at 75 requests in 15 minutes`,
    most,
  });
  const ask = (known: KnownPost): Promise<void> => readReposters(known, shop, collecting);
  await forEach(wanted, ask, collecting, isFaultOfPage);
}

async function readReposters(
  { post }: KnownPost,
  { client, budget }: XShop,
  collecting: Collecting,
): Promise<void> {
  const { key, postedAt } = post;
  const about = { post: key, ...(postedAt === undefined ? {} : { postedAt }) };
  let token = collecting.collected.reposters.get(key)?.next;
  const tokens = new Set(token === undefined ? [] : [token]);
  do {
    const size = budget.affordable(peopleAtOnce, 1, xPrices.person);
    const answer = await client.reposters(post.id, { size, token });
    budget.pay(answer);
    const next = nextToken(answer.value);
    token = next === undefined || tokens.has(next) ? undefined : next;
    if (token !== undefined) tokens.add(token);
    const { value, leftOut } = withoutProtected(answer.value);
    const line = {
      platform: "x",
      source: xSource,
      step: "reposters",
      about,
      ...(token === undefined ? {} : { next: token }),
      ...(leftOut === 0 ? {} : { leftOut }),
    } as const;
    const body = leftOut === 0 ? answer.text : JSON.stringify(value);
    await keepAnswer(collecting, line, { answer, body, content: { posts: [] } });
  } while (token !== undefined);
}
