import type { Platform, SweepEnd } from "../model/collection-log.js";
import type { BriefPost } from "./brief-post.js";
import { isBeforePeriod, type Sweep, startSweep } from "./collected.js";
import { type Collecting, keepAnswer } from "./collecting.js";
import type { Answer } from "./http.js";

/** A page of a timeline. */
export interface TimelinePage {
  readonly answer: Answer;
  /** What of it is kept: JSON on one line. */
  readonly body: string;
  readonly leftOut: number;
  readonly posts: readonly BriefPost[];
  /** Where the next begins; `undefined` at the end. */
  readonly next: string | undefined;
}

/** One server's posts with the hashtag, newest first. */
export interface Timeline {
  readonly platform: Platform;
  readonly source: string;
  /** `earlier` are the sweeps whose posts need not come again. */
  fetchPage(cursor: string | undefined, earlier: readonly Sweep[]): Promise<TimelinePage>;
}

/**
 * So long replies and reposts are looked for again on later runs: most come in the first days, and
 * a nightly job meets every post in its first.
 */
export const settlingMs = 3 * 86_400_000;

/**
 * Posts come in the order of their arrival at a server, so that late ones from elsewhere stand among
 * newer ones: only a second page without any of the period is taken for its end.
 */
const pagesPastPeriod = 2;

/** A server may give empty pages, with more behind them, but not for ever. */
const mostEmptyPages = 20;

/**
 * Brings what a timeline has and the collection has not: first the rest of walks that were broken
 * off, then, where this is not the first, what is new since.
 *
 * @throws {SourceError} where the server gives no more; what came before is kept.
 */
export async function sweepTimeline(timeline: Timeline, collecting: Collecting): Promise<void> {
  const { collected, clock } = collecting;
  const sweeps = collected.sweeps.get(timeline.source) ?? [];
  const numberOfLast = sweeps.at(-1)?.number ?? 0;
  for (const sweep of sweeps.filter((candidate) => !isFinished(candidate, collecting))) {
    await walk(timeline, sweep, collecting);
  }
  await walk(timeline, startSweep(numberOfLast + 1, clock.now()), collecting);
}

/** Whether a sweep has all that is wanted; with more wanted than before, it has not. */
export function isFinished(sweep: Sweep, { maxPosts }: Pick<Collecting, "maxPosts">): boolean {
  if (sweep.end !== "max-posts") return sweep.end !== undefined;
  return maxPosts !== undefined && sweep.hits >= maxPosts;
}

async function walk(timeline: Timeline, begun: Sweep, collecting: Collecting): Promise<void> {
  const { collected, onNote } = collecting;
  const sweepsOf = (): readonly Sweep[] => collected.sweeps.get(timeline.source) ?? [];
  const earlier = sweepsOf().filter(({ number }) => number < begun.number);
  const knownIds = new Set(earlier.flatMap(({ ids }) => [...ids]));
  let sweep = begun;
  let emptyPages = 0;
  do {
    const page = await timeline.fetchPage(sweep.next, earlier);
    emptyPages = page.posts.length === 0 ? emptyPages + 1 : 0;
    const isStuck = emptyPages > mostEmptyPages || isCircle(sweep, page);
    const end = isStuck ? "no-advance" : endOf(page, { sweep, earlier, knownIds, collecting });
    if (isStuck) onNote(stuckInWords(timeline.source, emptyPages));
    await keepAnswer(
      collecting,
      {
        platform: timeline.platform,
        source: timeline.source,
        step: "timeline",
        sweep: begun.number,
        ...(page.next === undefined ? {} : { next: page.next }),
        ...(end === undefined ? {} : { end }),
        ...(page.leftOut === 0 ? {} : { leftOut: page.leftOut }),
      },
      { answer: page.answer, body: page.body, content: { posts: page.posts } },
    );
    sweep = sweepsOf().find(({ number }) => number === begun.number) ?? begun;
  } while (!isFinished(sweep, collecting));
}

function stuckInWords(source: string, emptyPages: number): string {
  const what = emptyPages > 0 ? `${emptyPages} empty pages in a row` : "the same page again";
  return `${source} gives ${what}: this walk ends there`;
}

/** Whether a page leads back, or holds nothing but what this walk has seen. */
function isCircle(sweep: Sweep, { posts, next }: TimelinePage): boolean {
  if (next !== undefined && (next === sweep.next || sweep.cursors.has(next))) return true;
  return posts.length > 0 && posts.every(({ id }) => sweep.ids.has(id));
}

interface Situation {
  readonly sweep: Sweep;
  readonly earlier: readonly Sweep[];
  readonly knownIds: ReadonlySet<string>;
  readonly collecting: Collecting;
}

function endOf(page: TimelinePage, situation: Situation): SweepEnd | undefined {
  const { sweep, knownIds, collecting } = situation;
  if (page.next === undefined) return "oldest";
  if (page.posts.some(({ id }) => knownIds.has(id)) && isSettled(page, situation)) return "known";
  const isPast = isBeforePeriod(collecting.question, page.posts);
  if (isPast && sweep.pagesBeforePeriod + 1 >= pagesPastPeriod) return "since";
  const newHits = page.posts.filter(({ id, isHit }) => isHit && !sweep.ids.has(id)).length;
  const { maxPosts } = collecting;
  return maxPosts !== undefined && sweep.hits + newHits >= maxPosts ? "max-posts" : undefined;
}

/** Whether nothing further down was still young when it was last seen, where that matters. */
function isSettled(page: TimelinePage, { earlier, collecting }: Situation): boolean {
  const wanted = collecting.companions.has("replies") || collecting.companions.has("reposts");
  const seenAt = earlier.at(-1)?.begunAt;
  if (!wanted || seenAt === undefined) return true;
  return page.posts.every(({ time }) => time !== undefined && time < seenAt - settlingMs);
}
