import type { Collecting } from "../collecting.js";
import type { Sweep } from "../sweep.js";
import type { Timeline } from "../sweep-timeline.js";
import { dearestPost, type XBudget } from "./x-budget.js";
import { searchSizes, type XClient, xQuery, xSource } from "./x-client.js";
import { nextToken, withoutProtected, xContent } from "./x-content.js";
import { readXCursor, writeXCursor, type XPage } from "./x-cursor.js";
import type { XDetail } from "./x-dialect.js";
import { isStillTaken, windowOf } from "./x-window.js";

/** What is said of posts that are bought in less detail. */
const lacking: Readonly<Record<Exclude<XDetail, "everything">, string>> = {
  people: "X: what is left of --max-cost buys posts without the posts that they answer and quote",
  authors:
    "X: what is left of --max-cost buys posts with their authors alone: whom they answer is known only where they name that person, and whom they quote is not",
};

/** The search for a hashtag on X as a timeline: newest first, every post bought once. */
export function xTimeline(client: XClient, budget: XBudget, collecting: Collecting): Timeline {
  const { question, respect, maxPosts } = collecting;
  let lastDetail: XDetail = "everything";
  return {
    platform: "x",
    source: xSource,
    hasIdCursors: false,
    async fetchPage(cursor, earlier) {
      const begun = cursor === undefined ? undefined : sweepAfter(earlier, collecting);
      const page = pageAt(cursor, { earlier, begun, collecting });
      const { least, most } = searchSizes[page.window.reach];
      const left = maxPosts === undefined ? most : maxPosts - (begun?.found ?? 0);
      const wanted = Math.min(most, Math.max(least, left));
      const detail = budget.affordableDetail(least);
      const size = budget.affordable(wanted, least, dearestPost[detail]);
      if (detail !== lastDetail && detail !== "everything") collecting.onNote(lacking[detail]);
      lastDetail = detail;
      const answer = await client.search(xQuery(question), page, { size, detail });
      budget.pay(answer);
      const { value, leftOut } = withoutProtected(answer.value);
      const { posts } = xContent({ step: "timeline", question }, value, respect);
      const body = leftOut === 0 ? answer.text : JSON.stringify(value);
      const token = nextToken(answer.value);
      const next = token === undefined ? undefined : writeXCursor({ ...page, token });
      return { answer, body, leftOut, posts, next, rows: posts.length, lastId: undefined };
    },
  };
}

/** The sweep whose earlier ones these are. */
function sweepAfter(earlier: readonly Sweep[], { collected }: Collecting): Sweep | undefined {
  const number = earlier.at(-1)?.number ?? 0;
  return collected.sweeps.get(xSource)?.list.find((sweep) => sweep.number > number);
}

/** Where a search that X takes no more goes on: below its oldest post, as another search. */
function pageAt(
  cursor: string | undefined,
  {
    earlier,
    begun,
    collecting,
  }: {
    readonly earlier: readonly Sweep[];
    readonly begun: Sweep | undefined;
    readonly collecting: Collecting;
  },
): XPage {
  const page = cursor === undefined ? undefined : readXCursor(cursor);
  if (page !== undefined && isStillTaken(page.window, collecting.clock.now())) return page;
  return { window: windowOf(collecting, earlier, begun), token: undefined };
}
