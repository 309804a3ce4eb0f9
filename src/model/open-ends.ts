import type { SweepEnd } from "./collection-log.js";

/** A page of a walk, as far as it tells whether the walk is whole. */
interface WalkPage {
  /** Where it was asked to begin; `undefined` at the newest post. */
  readonly from: string | undefined;
  /** Where the walk goes on below it. */
  readonly next: string | undefined;
  readonly end: SweepEnd | undefined;
}

/** Where a walk was not read on, and why that was no matter; `undefined` for no reason. */
export interface OpenEnd {
  readonly end: SweepEnd | undefined;
  /** Which of its pages stands above, from 0; -1 where the newest is missing. */
  readonly page: number;
}

/** What the pages of a walk have come to. */
export interface WalkState {
  pages: number;
  readonly asked: Set<string>;
  /** By the cursor to go on from. */
  readonly open: Map<string, OpenEnd>;
  /** How often the server showed that it has no older post. */
  endsShown: number;
}

/** The cursor of the newest page. */
export const top = "";

/** A walk without a page. */
export function startWalk(): WalkState {
  return { pages: 0, asked: new Set(), open: new Map(), endsShown: 0 };
}

/**
 * Adds the next page of a walk, in the order of their coming. A page that was lost afterwards, as by a
 * damaged disk, leaves the cursor open that led to it.
 */
export function addWalkPage(walk: WalkState, { from = top, next, end }: WalkPage): void {
  if (walk.pages === 0 && from !== top) walk.open.set(top, { end: undefined, page: -1 });
  walk.asked.add(from);
  walk.open.delete(from);
  if (end === "oldest") walk.endsShown += 1;
  // What follows may be here, where the page came again that had led to it.
  const isRead = end === undefined && next !== undefined && walk.asked.has(next);
  if (next !== undefined && !isRead) walk.open.set(next, { end, page: walk.pages });
  walk.pages += 1;
}

/** Whether posts are missing there: the server did not show its end, and nobody wanted an end. */
export function isGap({ end }: OpenEnd): boolean {
  return end === undefined || end === "no-advance";
}
