import type { Platform } from "../model/collection-log.js";
import { top } from "../model/open-ends.js";
import type { BriefPost } from "./brief-post.js";
import { type Collecting, keepAnswer } from "./collecting.js";
import type { Answer } from "./http.js";
import { lateArrivals } from "./late-arrivals.js";
import { endsToReopen, type Sweep, startSourceSweeps, startSweep } from "./sweep.js";
import { isCounted, startTurning } from "./turn-page.js";

/** A page of a timeline. */
export interface TimelinePage {
  readonly answer: Answer;
  /** What of it is kept: JSON on one line. */
  readonly body: string;
  readonly leftOut: number;
  readonly posts: readonly BriefPost[];
  /** Where the next begins, as the server tells; `undefined` where it tells none. */
  readonly next: string | undefined;
  /** Rows that the server gave, whole posts or not. */
  readonly rows: number;
  /** The server's id of the last of them that is kept. */
  readonly lastId: string | undefined;
  /** Rows that were more than was wanted. */
  readonly beyondMax?: number;
}

/** One server's posts with the hashtag, newest first. */
export interface Timeline {
  readonly platform: Platform;
  readonly source: string;
  /** A post's id is the cursor of what stands below it. */
  readonly hasIdCursors: boolean;
  /** `earlier` are the sweeps whose posts need not come again; `wanted` so many posts at most. */
  fetchPage(
    cursor: string | undefined,
    earlier: readonly Sweep[],
    wanted: { readonly most: number | undefined; readonly sweep: Sweep },
  ): Promise<TimelinePage>;
}

/**
 * Brings what a timeline has and the collection has not: first what earlier walks left open, then,
 * where this is not the first, what is new since, and what came late.
 *
 * @throws {SourceError} where the server gives no more; what came before is kept.
 */
export async function sweepTimeline(timeline: Timeline, collecting: Collecting): Promise<void> {
  const { collected, clock } = collecting;
  const known = collected.sweeps.get(timeline.source) ?? startSourceSweeps();
  const numberOfLast = known.list.at(-1)?.number ?? 0;
  for (let number = 1; number <= numberOfLast; number += 1) {
    // Of a walk that is lost altogether nothing is left but the gap in the numbers.
    const sweep =
      known.list.find((candidate) => candidate.number === number) ??
      startSweep(number, timeline.platform, clock.now());
    for (const [cursor] of endsToReopen(sweep, collecting)) {
      const isReadByNow = cursor !== top && !sweep.walk.open.has(cursor);
      if (isReadByNow) continue;
      // What has come and gone since has moved what an offset stands for.
      const hasMoved = timeline.hasIdCursors && isCounted(cursor);
      await walk(timeline, sweep, hasMoved ? top : cursor, collecting);
    }
  }
  await walk(
    timeline,
    startSweep(numberOfLast + 1, timeline.platform, clock.now()),
    top,
    collecting,
  );
}

async function walk(
  timeline: Timeline,
  begun: Sweep,
  start: string,
  collecting: Collecting,
): Promise<void> {
  const { collected, maxPosts, onNote } = collecting;
  const { number } = begun;
  const before = collected.sweeps.get(timeline.source) ?? startSourceSweeps();
  const earlier = before.list.filter((sweep) => sweep.number < number);
  const turning = startTurning({ timeline, begun, earlier, collecting });
  const latenessOf = lateArrivals(before, earlier, collecting);
  let cursor = start === top ? undefined : start;
  for (;;) {
    const source = collected.sweeps.get(timeline.source) ?? before;
    const sweep = source.list.find((candidate) => candidate.number === number) ?? begun;
    const most = maxPosts === undefined ? undefined : Math.max(1, maxPosts - sweep.found);
    const page = await timeline.fetchPage(cursor, earlier, { most, sweep });
    const { next, end, goesOn, note } = turning.turn(page, cursor, { source, sweep });
    if (note !== undefined) onNote(note);
    const late = latenessOf(page.posts);
    cursor = await keepAnswer(
      collecting,
      {
        platform: timeline.platform,
        source: timeline.source,
        step: "timeline",
        sweep: number,
        ...(cursor === undefined ? {} : { from: cursor }),
        ...(next === undefined ? {} : { next }),
        ...(end === undefined ? {} : { end }),
        ...(late === undefined ? {} : { late }),
        ...(page.leftOut === 0 ? {} : { leftOut: page.leftOut }),
        ...(page.beyondMax === undefined ? {} : { beyondMax: page.beyondMax }),
      },
      { answer: page.answer, body: page.body, content: { posts: page.posts } },
    );
    if (!goesOn) return;
  }
}
