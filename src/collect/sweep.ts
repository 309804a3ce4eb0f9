import type { AnswerLine, Platform, SweepEnd } from "../model/collection-log.js";
import { addWalkPage, type OpenEnd, startWalk, top, type WalkState } from "../model/open-ends.js";
import type { Question } from "../model/question.js";
import { parseWebUrl } from "../text/web-url.js";
import type { BriefPost } from "./brief-post.js";

/** A walk through a timeline from its newest post backwards. */
export interface Sweep {
  readonly number: number;
  readonly platform: Platform;
  /** Milliseconds since 1970. */
  readonly begunAt: number;
  readonly walk: WalkState;
  /** Posts that were asked for and that no earlier sweep had. */
  found: number;
  /** Ids of its posts on that server. */
  readonly ids: Set<string>;
  /** Why its last page was the last. */
  end: SweepEnd | undefined;
  /** Pages in a row up to now that hold nothing of the period any more. */
  pagesBeforePeriod: number;
}

/** All walks through the timeline of one source. */
export interface SourceSweeps {
  /** In the order of their numbers. */
  readonly list: Sweep[];
  /** By a post's id, the first sweep that has it. */
  readonly firstSweep: Map<string, number>;
  /** By a post's id, what was last seen of it. */
  readonly seen: Map<string, { readonly key: string; readonly time: number | undefined }>;
  /** The time of the oldest post that was asked for. */
  oldest: number;
  /** It has told where a next page begins. */
  tellsLinks: boolean;
  /** Posts of the longest page. */
  longestPage: number;
  /** Posts that came after an earlier walk had passed their place, and by how much at most. */
  readonly late: { posts: number; longestMs: number };
}

/** No walks yet. */
export function startSourceSweeps(): SourceSweeps {
  return {
    list: [],
    firstSweep: new Map(),
    seen: new Map(),
    oldest: Number.POSITIVE_INFINITY,
    tellsLinks: false,
    longestPage: 0,
    late: { posts: 0, longestMs: 0 },
  };
}

/** A sweep that has no page yet. */
export function startSweep(number: number, platform: Platform, begunAt: number): Sweep {
  return {
    number,
    platform,
    begunAt,
    walk: startWalk(),
    found: 0,
    ids: new Set(),
    end: undefined,
    pagesBeforePeriod: 0,
  };
}

/** Takes in a page of a timeline. */
export function rememberPage(
  sources: Map<string, SourceSweeps>,
  line: Omit<AnswerLine, "body">,
  posts: readonly BriefPost[],
): void {
  const source = sources.get(line.source) ?? startSourceSweeps();
  sources.set(line.source, source);
  const sweep = sweepOf(source, line);
  addWalkPage(sweep.walk, { from: cursorOf(line, sweep), next: line.next, end: line.end });
  for (const { id, key, time, isFound } of posts) {
    if (!source.firstSweep.has(id)) {
      source.firstSweep.set(id, sweep.number);
      if (isFound) sweep.found += 1;
    }
    if (isFound) {
      source.seen.set(id, { key, time });
      source.oldest = Math.min(source.oldest, time ?? Number.POSITIVE_INFINITY);
    }
    sweep.ids.add(id);
  }
  sweep.pagesBeforePeriod = isBeforePeriod(line.question, posts) ? sweep.pagesBeforePeriod + 1 : 0;
  sweep.end = line.end;
  source.tellsLinks ||= line.headers.link?.includes("next") ?? false;
  source.longestPage = Math.max(source.longestPage, posts.length);
  source.late.posts += line.late?.posts ?? 0;
  source.late.longestMs = Math.max(source.late.longestMs, line.late?.longestMs ?? 0);
}

function sweepOf(source: SourceSweeps, line: Omit<AnswerLine, "body">): Sweep {
  const number = line.sweep ?? source.list.length + 1;
  const known = source.list.find((sweep) => sweep.number === number);
  if (known !== undefined) return known;
  const sweep = startSweep(number, line.platform, Date.parse(line.recorded_at));
  source.list.push(sweep);
  source.list.sort((a, b) => a.number - b.number);
  return sweep;
}

/** Where a page began; lines of the first version leave it to the address, and X's to their order. */
function cursorOf(line: Omit<AnswerLine, "body">, { walk }: Sweep): string | undefined {
  if (line.from !== undefined) return line.from;
  if (line.platform === "x") return [...walk.open.keys()].at(-1);
  return parseWebUrl(line.request.uri)?.searchParams.get("max_id") ?? undefined;
}

/**
 * Where a sweep is to be gone on with, by the cursor. With more wanted than before, one that had
 * enough goes on; an end that was shown once is looked at once more, since one bad answer looks the
 * same. X is paid for each answer and is taken at its word.
 */
export function endsToReopen(
  sweep: Sweep,
  { maxPosts }: { readonly maxPosts: number | undefined },
): (readonly [string, OpenEnd])[] {
  const { walk, found, platform, ids } = sweep;
  if (walk.pages === 0) return [[top, { end: undefined, page: -1 }]];
  return [...walk.open].filter(([, { end }]) => {
    switch (end) {
      case undefined:
        return true;
      case "max-posts":
        return maxPosts === undefined || found < maxPosts;
      case "oldest":
        return platform !== "x" && walk.endsShown < 2 && ids.size > 0;
      case "no-advance":
        return platform !== "x";
      case "known":
      case "since":
        return false;
      default:
        return end satisfies never;
    }
  });
}

/** Whether a page holds posts, and all of them are older than what is asked for. */
export function isBeforePeriod({ since }: Question, posts: readonly BriefPost[]): boolean {
  return (
    since !== undefined &&
    posts.length > 0 &&
    posts.every(({ time }) => time !== undefined && time < since)
  );
}
