import type { SweepEnd } from "../model/collection-log.js";
import type { Collecting } from "./collecting.js";
import { compareIds } from "./compare-ids.js";
import { isSettled } from "./late-arrivals.js";
import { isBeforePeriod, type SourceSweeps, type Sweep } from "./sweep.js";
import type { Timeline, TimelinePage } from "./sweep-timeline.js";

/** What a page means for the walk that met it. */
interface Turn {
  /** Where the walk goes on, in this run or in a later one. */
  readonly next: string | undefined;
  readonly end: SweepEnd | undefined;
  /** In this run. */
  readonly goesOn: boolean;
  /** What a person should know of it. */
  readonly note?: string;
}

interface WalkParts {
  readonly timeline: Timeline;
  /** As it was before this run. */
  readonly begun: Sweep;
  readonly earlier: readonly Sweep[];
  readonly collecting: Collecting;
}

interface Known {
  readonly source: SourceSweeps;
  readonly sweep: Sweep;
}

/**
 * Posts come in the order of their arrival at a server, so that late ones from elsewhere stand among
 * newer ones: only a second page without any of the period is taken for its end.
 */
const pagesPastPeriod = 2;

/** A server may give empty pages, with more behind them, but not for ever. */
const mostEmptyPages = 20;

/** An empty page below a page of so many is asked for again at once: one bad answer looks so, too. */
const fullPage = 20;

/**
 * Decides after each page of a walk where it goes on, or why it ends. One bad answer ends nothing for
 * good: a page that came before is asked for again, and else the place is left open for the next run.
 */
export function startTurning({ timeline, begun, earlier, collecting }: WalkParts): {
  turn(page: TimelinePage, cursor: string | undefined, known: Known): Turn;
} {
  const { hasIdCursors, source: name } = timeline;
  const idsBefore: ReadonlySet<string> = begun.walk.pages > 0 ? new Set(begun.ids) : new Set();
  const askedBefore: ReadonlySet<string> = new Set(begun.walk.asked);
  let emptyPages = 0;
  let rowsAbove = 0;
  let repetitions = 0;
  const askedNow = new Set<string>();

  /** It came before this run, and what is below it as well. */
  const isOwnBelow = (id: string, cursor: string | undefined): boolean =>
    idsBefore.has(id) && cursor !== undefined && compareIds(id, cursor) === "below";

  /** Cursors that count may come again in a later run, and are other pages then. */
  const isUsable = (next: string | undefined, cursor: string | undefined, { sweep }: Known) =>
    next !== undefined &&
    next !== cursor &&
    !(isCounted(next) ? askedNow : sweep.walk.asked).has(next) &&
    !(hasIdCursors && cursor !== undefined && compareIds(next, cursor) === "above");

  /**
   * It stands higher than what was asked for: a stale page, on which posts that came late are new. What
   * is below it is not what is below the walk's own posts.
   */
  const isFromAbove = (page: TimelinePage, cursor: string | undefined, known: Known): boolean =>
    hasIdCursors &&
    page.next !== undefined &&
    !isUsable(page.next, cursor, known) &&
    (isCounted(cursor) || idsBefore.has(page.lastId ?? ""));

  /** The server's own cursor, or one made of the last post's id where it tells none that leads on. */
  const nextOf = (page: TimelinePage, cursor: string | undefined, known: Known) =>
    [page.next, hasIdCursors && !isCounted(cursor) ? page.lastId : undefined].find((next) =>
      isUsable(next, cursor, known),
    );

  const stuck = (next: string | undefined): Turn => ({
    next,
    end: "no-advance",
    goesOn: false,
    note: `${name} gives ${emptyPages > 0 ? `${emptyPages} empty pages in a row` : "the same page again"}: this walk ends there`,
  });

  const onEmptyPage = (page: TimelinePage, cursor: string | undefined, known: Known): Turn => {
    // Who counts pages tells a next one for ever.
    if (isUsable(page.next, cursor, known) && !isCounted(cursor)) {
      emptyPages += 1;
      if (emptyPages > mostEmptyPages) return stuck(page.next);
      return { next: page.next, end: undefined, goesOn: true };
    }
    const isSudden = rowsAbove >= Math.max(fullPage, known.source.longestPage);
    if (hasIdCursors && isSudden && repetitions === 0) {
      repetitions += 1;
      return { next: cursor, end: "no-advance", goesOn: true };
    }
    return { next: cursor, end: "oldest", goesOn: false };
  };

  /** The page holds nothing but what this walk has: from a cache, or from a server in a circle. */
  const onRepeatedPage = (
    page: TimelinePage,
    cursor: string | undefined,
    { source, sweep }: Known,
  ): Turn => {
    if (!hasIdCursors) return stuck(cursor);
    const lowest = lowestOf(sweep.ids);
    // Pages that overlap do so at the end as well; a short one is all that a server has that knows no pages.
    const isWhole = source.tellsLinks || page.rows < fullPage;
    const hasLowest = page.posts.some(({ id }) => id === lowest);
    if (page.next === undefined && isWhole && hasLowest) {
      return { next: cursor, end: "oldest", goesOn: false };
    }
    repetitions += 1;
    if (repetitions === 1) return { next: cursor, end: "no-advance", goesOn: true };
    // Below a post of an earlier run, what is between would never be read.
    const isOfNow = lowest !== undefined && !idsBefore.has(lowest);
    return repetitions === 2 && isOfNow && !sweep.walk.asked.has(lowest)
      ? { next: lowest, end: "no-advance", goesOn: true }
      : stuck(cursor);
  };

  const endOf = (
    page: TimelinePage,
    cursor: string | undefined,
    { source, sweep }: Known,
  ): SweepEnd | undefined => {
    const { posts } = page;
    if (posts.some(({ id }) => isOwnBelow(id, cursor))) return "known";
    const isKnown = (id: string): boolean => (source.firstSweep.get(id) ?? Infinity) < sweep.number;
    const { companions } = collecting;
    const known = posts.filter(({ id }) => isKnown(id));
    if (isSettled(known, { source, earlier, companions })) return "known";
    const isPast = isBeforePeriod(collecting.question, posts);
    if (isPast && sweep.pagesBeforePeriod + 1 >= pagesPastPeriod) return "since";
    const { maxPosts } = collecting;
    const newlyFound = posts.filter(
      ({ id, isFound }) => isFound && !source.firstSweep.has(id),
    ).length;
    return maxPosts !== undefined && sweep.found + newlyFound >= maxPosts ? "max-posts" : undefined;
  };

  return {
    turn(page, cursor, known) {
      const { sweep, source } = known;
      if (cursor !== undefined) askedNow.add(cursor);
      if (page.rows === 0) return onEmptyPage(page, cursor, known);
      emptyPages = 0;
      const isNew = page.posts.length === 0 || page.posts.some(({ id }) => !sweep.ids.has(id));
      if (!isNew) {
        // A walk that counts begins at the top in each run, and passes what it has.
        if (isCounted(page.next) && isUsable(page.next, cursor, known))
          return { next: page.next, end: undefined, goesOn: true };
        if (!page.posts.every(({ id }) => isOwnBelow(id, cursor)))
          return onRepeatedPage(page, cursor, known);
        return { next: undefined, end: "known", goesOn: false };
      }
      const end = endOf(page, cursor, known);
      const next = nextOf(page, cursor, known);
      if (end === undefined && isFromAbove(page, cursor, known))
        return onRepeatedPage(page, cursor, known);
      repetitions = 0;
      rowsAbove = page.rows;
      if (end === "max-posts") return { next: next ?? cursor, end, goesOn: false };
      if (end !== undefined) return { next: undefined, end, goesOn: false };
      if (page.next === undefined) {
        // Where a server tells links, a last page has none and is short; Pixelfed never tells any.
        const isLast = !hasIdCursors || (source.tellsLinks && page.rows < source.longestPage);
        if (isLast || next === undefined)
          return { next: isCounted(cursor) ? cursor : next, end: "oldest", goesOn: false };
      }
      if (next !== undefined) return { next, end: undefined, goesOn: true };
      // What is below a page that was lost was read before.
      const isRead = [page.next, page.lastId].some((at) => at !== undefined && askedBefore.has(at));
      return isRead ? { next: undefined, end: "known", goesOn: false } : stuck(cursor);
    },
  };
}

/** It says how many posts stand above the page, and not which. */
export function isCounted(cursor: string | undefined): boolean {
  return cursor?.startsWith("?") === true;
}

function lowestOf(ids: ReadonlySet<string>): string | undefined {
  let lowest: string | undefined;
  for (const id of ids) {
    if (lowest === undefined || compareIds(id, lowest) === "below") lowest = id;
  }
  return lowest;
}
