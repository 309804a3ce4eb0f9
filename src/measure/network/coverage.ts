import type { CollectedAnswer } from "../../model/collected-answer.js";
import type { Corpus } from "../../model/corpus.js";
import type { Coverage, SourceCoverage, SourceOverlap } from "../../model/coverage.js";
import { postOrigins } from "../../model/item.js";
import { lookBackMs } from "../../model/look-back.js";
import { addWalkPage, isGap, startWalk } from "../../model/open-ends.js";
import type { Selection } from "../../model/selection.js";
import { estimateUnseen } from "./unseen.js";

const found = postOrigins.indexOf("found");

/**
 * What the servers of a collection showed of the posts that count: each by itself, each pair, and
 * an estimate of what none of them showed. `undefined` where nothing was collected.
 * O(posts · sources²).
 */
export function measureCoverage(corpus: Corpus, selection: Selection): Coverage | undefined {
  if (corpus.answers.length === 0) return undefined;
  const { posts } = corpus;
  const names = sourceNames(corpus);
  const seen = seenPosts(corpus, selection, names);
  const sources = names.map((source, index): SourceCoverage => {
    const mine = seen.filter((post) => post.by.includes(index));
    const times = mine.flatMap(({ time }) => (Number.isNaN(time) ? [] : [time]));
    const pages = corpus.answers.filter(
      (answer) => answer.source === source && answer.sweep !== undefined,
    );
    const platform = pages[0]?.platform ?? "mastodon";
    const latestMs = greatest(pages.flatMap(({ late }) => late?.longestMs ?? []));
    const asked = pages.flatMap(({ retrievedAt }) => retrievedAt ?? []);
    return {
      source,
      platform,
      posts: mine.length,
      onlyHere: mine.filter(({ by }) => by.length === 1).length,
      oldest: least(times),
      newest: greatest(times),
      askedFirst: least(asked),
      askedLast: greatest(asked),
      pages: pages.length,
      gaps: gapsOf(pages),
      isEndUnconfirmed:
        platform !== "x" && pages.filter(({ end }) => end === "oldest").length === 1,
      late: pages.reduce((sum, { late }) => sum + (late?.posts ?? 0), 0),
      latestMs,
      lookBackMs:
        platform === "x"
          ? undefined
          : lookBackMs({ walks: laterWalksOf(pages), longestMs: latestMs ?? 0 }),
      leftOut: corpus.answers.reduce(
        (sum, answer) => sum + (answer.source === source ? answer.leftOut : 0),
        0,
      ),
    };
  });
  let borrowedTimes = 0;
  for (const [post, isBorrowed] of posts.hasBorrowedTime.entries()) {
    if (isBorrowed === 1 && selection.origin[post] === found) borrowedTimes += 1;
  }
  return {
    sources,
    overlaps: overlapsOf(names, seen),
    unseen: estimateUnseen(
      // X and the servers of the Fediverse show different posts: they say nothing of one another.
      sources.filter(({ platform }) => platform === "mastodon"),
      seen.map(({ time, by }) => ({ time, by: by.map((index) => names[index]) })),
    ),
    borrowedTimes,
  };
}

interface SeenPost {
  /** Milliseconds since 1970; NaN where unknown. */
  readonly time: number;
  /** Indices of sources, ascending. */
  readonly by: readonly number[];
}

/** Those whose timelines were asked for, by name. */
function sourceNames({ answers }: Corpus): string[] {
  const asked = answers.filter(({ step }) => step === "timeline");
  return [...new Set(asked.map(({ source }) => source))].sort();
}

function seenPosts(corpus: Corpus, selection: Selection, names: readonly string[]): SeenPost[] {
  const { posts, sources } = corpus;
  const { offsets, columns: values } = posts.seenBy;
  const indexOf = sources.map((source) => names.indexOf(source));
  const seen: SeenPost[] = [];
  for (let post = 0; post < posts.count; post += 1) {
    if (selection.origin[post] !== found || offsets[post] === offsets[post + 1]) continue;
    const by = Array.from(values.subarray(offsets[post], offsets[post + 1]), (at) => indexOf[at]);
    seen.push({ time: selection.time[post], by: by.filter((index) => index >= 0) });
  }
  return seen;
}

function overlapsOf(names: readonly string[], seen: readonly SeenPost[]): SourceOverlap[] {
  return names.flatMap((first, a) =>
    names.slice(a + 1).map((second, after): SourceOverlap => {
      const b = a + 1 + after;
      const both = seen.filter(({ by }) => by.includes(a) && by.includes(b)).length;
      return { sources: [first, second], both };
    }),
  );
}

/**
 * Walks go backwards in time: where one was not read on, posts are missing from there down to the
 * next that is known. A corpus has answers in the order of their coming.
 */
function gapsOf(pages: readonly CollectedAnswer[]): SourceCoverage["gaps"] {
  const walks = new Map<string, CollectedAnswer[]>();
  for (const page of pages) {
    const walk = JSON.stringify([page.question, page.sweep]);
    walks.set(walk, [...(walks.get(walk) ?? []), page]);
  }
  const gaps = [...walks.values()].flatMap((answers) => {
    const walk = startWalk();
    for (const answer of answers) {
      // X's answers follow one another and say no more of their place.
      const from = answer.platform === "x" ? [...walk.open.keys()].at(-1) : answer.from;
      addWalkPage(walk, { from, next: answer.next, end: answer.end });
    }
    const above = (page: number): number | undefined =>
      page < 0
        ? undefined
        : least(answers.slice(0, page + 1).flatMap(({ oldest }) => oldest ?? []));
    return [...walk.open.values()].flatMap((open) => {
      const to = above(open.page);
      if (!isGap(open) || to === undefined) return [];
      return [
        { from: greatest(pages.flatMap(({ newest = to }) => (newest < to ? [newest] : []))), to },
      ];
    });
  });
  return gaps.sort((a, b) => a.to - b.to);
}

/** Walks after the first that came to an end. */
function laterWalksOf(pages: readonly CollectedAnswer[]): number {
  return new Set(
    pages.flatMap(({ sweep = 1, end }) => (sweep > 1 && end !== undefined ? [sweep] : [])),
  ).size;
}

function least(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((a, b) => Math.min(a, b));
}

function greatest(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((a, b) => Math.max(a, b));
}
