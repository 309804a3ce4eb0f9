import type { Sweep } from "./collected.js";
import type { Collecting } from "./collecting.js";
import type { Timeline } from "./sweep-timeline.js";
import { type XBudget, xPrices } from "./x-budget.js";
import { searchSizes, type XClient, type XWindow, xQuery, xSource } from "./x-client.js";
import { nextToken, withoutProtected, xContent } from "./x-content.js";

const recentMs = 7 * 86_400_000;
/** Milliseconds since 1970 at which the numbers of posts count from. */
const epochOfIds = 1_288_834_974_657n;

/**
 * What a search goes through. The search of recent posts is in every plan; a period that begins
 * earlier takes the full archive, which is not.
 */
export function windowOf(collecting: Collecting, earlier: readonly Sweep[]): XWindow {
  const { question, clock } = collecting;
  const recentFrom = clock.now() - recentMs;
  const reach = question.since !== undefined && question.since < recentFrom ? "all" : "recent";
  const newest = newestId(earlier);
  // The search of recent posts knows of no older ones, and refuses their numbers.
  const sinceId =
    newest !== undefined && (reach === "all" || timeOfId(newest) > recentFrom)
      ? newest.toString()
      : undefined;
  return {
    reach,
    startTime: question.since === undefined ? undefined : rfc3339(question.since),
    endTime:
      question.until === undefined || question.until >= clock.now()
        ? undefined
        : rfc3339(question.until),
    sinceId,
  };
}

function newestId(sweeps: readonly Sweep[]): bigint | undefined {
  let newest: bigint | undefined;
  for (const { ids } of sweeps) {
    for (const written of ids) {
      const id = /^\d+$/u.test(written) ? BigInt(written) : 0n;
      if (newest === undefined || id > newest) newest = id;
    }
  }
  return newest;
}

function timeOfId(id: bigint): number {
  return Number((id >> 22n) + epochOfIds);
}

function rfc3339(time: number): string {
  return new Date(time).toISOString().replace(/\.\d+Z$/u, "Z");
}

/** The search for a hashtag on X as a timeline: newest first, every post bought once. */
export function xTimeline(client: XClient, budget: XBudget, collecting: Collecting): Timeline {
  const { question, readAccount } = collecting;
  return {
    platform: "x",
    source: xSource,
    async fetchPage(cursor, earlier) {
      const window = windowOf(collecting, earlier);
      const { least, most } = searchSizes[window.reach];
      const size = budget.affordable(most, least, xPrices.post + xPrices.person);
      const answer = await client.search(xQuery(question), window, { size, token: cursor });
      budget.pay(answer.value);
      const { value, leftOut } = withoutProtected(answer.value);
      const { posts } = xContent({ step: "timeline", question }, value, readAccount);
      const body = leftOut === 0 ? answer.text : JSON.stringify(value);
      return { answer, body, leftOut, posts, next: nextToken(answer.value) };
    },
  };
}
