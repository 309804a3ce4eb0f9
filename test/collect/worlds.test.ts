import { readFileSync, truncateSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { networkOfFiles } from "../support/analyze-items.js";
import { cases } from "../support/cases.js";
import {
  type CollectRun,
  collectFrom,
  freshFolder,
  logPath,
  march20,
  readLog,
  serve,
} from "../support/collect-run.js";
import type { AskedRequest, MastodonServer, Reply } from "../support/mastodon-server.js";
import { type InventedPost, postsOf, statusOf } from "../support/mastodon-world.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const within = temporaryFolder();
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/*
 * Servers that tell pages in all the ways that are known, fail in the ways that were met, and whose
 * posts come late, are answered, change and go, while runs are broken off and killed at any byte that
 * they write. When a server is well again and asked again, all that it shows is in the collection, once.
 */

const dialects = ["absolute", "relative", "several relations", "none", "offset"] as const;
const faults = ["none", "stale", "empty", "cut short", "no link", "error", "broken off"] as const;
type Dialect = (typeof dialects)[number];
type Fault = (typeof faults)[number];

/** What happens between two runs, a day apart. */
const day = fc.record({
  fresh: fc.integer({ min: 0, max: 60 }),
  /** Hours before the last run in which they were written. */
  late: fc.array(fc.integer({ min: 1, max: 6 * 24 }), { maxLength: 5 }),
  removed: fc.array(fc.nat(), { maxLength: 3 }),
  /** Of the posts that were written in the last 20 hours. */
  edited: fc.array(fc.nat(), { maxLength: 3 }),
  /** What is left of what its run has written, where it was killed. */
  killedAt: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined, freq: 2 }),
  fault: fc.constantFrom(...faults),
  /** The requests for a timeline, and for threads, that the fault is met at. */
  faultyRequests: fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 3 }),
});

const story = fc.record({
  dialect: fc.constantFrom(...dialects),
  pageSize: fc.constantFrom(20, 33, 40),
  days: fc.array(day, { minLength: 1, maxLength: 4 }),
});

type Story = Generated<typeof story>;
type Day = Generated<typeof day>;
type Generated<Values> = Values extends fc.Arbitrary<infer Value> ? Value : never;

/** Stories that chance seldom tells, though each of them has lost posts for good. */
const dearlyLearnt: [Story][] = [
  // An end that only one answer showed, further back than a walk looks again.
  storyOf(40, quietDay({ fault: "cut short", faultyRequests: [2] })),
  storyOf(40, quietDay({ fault: "empty", faultyRequests: [2, 3] })),
  // A line that was torn, and gone on with as if it were whole.
  storyOf(40, quietDay({ killedAt: 0.5 })),
  // A post that came days late, below a page on which all that is known is older than three days.
  storyOf(20, quietDay({ fresh: 22, late: [137] })),
];

function storyOf(pageSize: Story["pageSize"], one: Day): [Story] {
  return [{ dialect: "absolute", pageSize, days: [one] }];
}

function quietDay(more: Partial<Day>): Day {
  const nothing = { fresh: 0, late: [], removed: [], edited: [], killedAt: undefined };
  return { ...nothing, fault: "none", faultyRequests: [1], ...more };
}

/** A post with the id that Mastodon makes of the time of its writing, of which no two are alike. */
function writtenAt(time: number, number: number, more: Partial<InventedPost> = {}): InventedPost {
  const id = String((BigInt(time) << 16n) + BigInt(number));
  return { ...postsOf(1)[0], id, createdAt: new Date(time).toISOString(), ...more };
}

function pageOf(
  { world }: MastodonServer,
  url: URL,
  { dialect, pageSize }: { readonly dialect: Dialect; readonly pageSize: number },
): Reply {
  const newestFirst = world.posts
    .filter(({ tags }) => tags.length > 0)
    .sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? 1 : -1));
  const maxId = url.searchParams.get("max_id");
  const offset = Number(url.searchParams.get("offset") ?? 0);
  const below = newestFirst.filter(({ id }) => maxId === null || BigInt(id) < BigInt(maxId));
  const page = below.slice(offset, offset + pageSize);
  const path = dialect === "relative" ? url.pathname : url.origin + url.pathname;
  const rel = dialect === "several relations" ? "prefetch next" : "next";
  const query = dialect === "offset" ? `offset=${offset + pageSize}` : `max_id=${page.at(-1)?.id}`;
  const hasLink = dialect !== "none" && page.length > 0;
  return {
    value: page.map((post) => statusOf(world, post)),
    headers: hasLink ? { link: `<${path}?limit=40&${query}>; rel="${rel}"` } : {},
  };
}

/** What a server answers in place of a page of its timeline. */
function timelineIn(fault: Fault, url: URL, honest: () => Reply): Reply {
  switch (fault) {
    case "stale":
      url.search = "";
      return honest();
    case "empty":
      return { value: [] };
    case "cut short": {
      const { value } = honest();
      return { value: Array.isArray(value) ? value.slice(0, 7) : value };
    }
    case "no link":
      return { ...honest(), headers: {} };
    case "error":
      return { status: 500, value: { error: "oops" } };
    case "broken off":
    case "none":
      return honest();
  }
}

/** What it answers in place of a thread. */
function threadIn(fault: Fault, honest: () => Reply): Reply {
  switch (fault) {
    case "empty":
    case "cut short":
      return { value: { ancestors: [], descendants: [] } };
    case "error":
      return { status: 500, value: { error: "oops" } };
    case "stale":
    case "no link":
    case "broken off":
    case "none":
      return honest();
  }
}

function sizeOf(folder: string): number {
  try {
    return readFileSync(logPath(folder)).length;
  } catch {
    return 0;
  }
}

test("a collection has in the end all that its server shows, once, whatever happened on the way", async () => {
  await fc.assert(
    fc.asyncProperty(story, async ({ dialect, pageSize, days }) => {
      const server = await serve({ posts: [] });
      const { world } = server;
      const folder = freshFolder(within);
      let made = 0;
      const add = (time: number): void => {
        made += 1;
        const post = writtenAt(time, made);
        world.posts.push(post);
        if (made % 7 !== 0) return;
        made += 1;
        world.posts.push(writtenAt(time + 1, made, { tags: [], inReplyTo: post.id }));
      };
      for (let row = 0; row < 70; row += 1) add(march20 - row * 8 * hourMs - 2);
      let fault: Fault = "none";
      let faulty: readonly number[] = [];
      const asked = { timelines: 0, statuses: 0 };
      // A thread that came short three times is taken for one of which some answers are private.
      const cutThreads = new Set<string>();
      let stop = new AbortController();
      server.misbehave = ({ url, honest }: AskedRequest) => {
        const isTimeline = url.pathname.includes("/timelines/");
        if (!isTimeline && !url.pathname.endsWith("/context")) return undefined;
        asked[isTimeline ? "timelines" : "statuses"] += 1;
        const page = (): Reply => pageOf(server, url, { dialect, pageSize });
        const isFaulty = faulty.includes(asked[isTimeline ? "timelines" : "statuses"]);
        if (isFaulty && fault === "broken off") stop.abort();
        if (isTimeline) return timelineIn(isFaulty ? fault : "none", url, page);
        if (!isFaulty || cutThreads.has(url.pathname)) return honest();
        cutThreads.add(url.pathname);
        return threadIn(fault, honest);
      };
      const run = async (now: number): Promise<CollectRun> => {
        asked.timelines = 0;
        asked.statuses = 0;
        stop = new AbortController();
        const companions = new Set(["replies"] as const);
        return await collectFrom([server], folder, { now, companions, signal: stop.signal });
      };
      let now = march20;
      const edited = new Set<string>();
      const removedYoung: InventedPost[] = [];
      for (const { fresh, late, removed, fault: met, faultyRequests, ...more } of days) {
        fault = met;
        faulty = faultyRequests;
        const before = sizeOf(folder);
        await run(now);
        if (more.killedAt !== undefined) {
          const written = sizeOf(folder) - before;
          if (written > 0)
            truncateSync(logPath(folder), before + Math.floor(written * more.killedAt));
        }
        const isYoung = ({ createdAt, tags }: InventedPost): boolean =>
          tags.length > 0 && Date.parse(createdAt) > now - 20 * hourMs;
        const young = world.posts.filter(isYoung);
        for (const at of young.length > 0 ? more.edited : []) {
          const post = young[at % young.length];
          edited.add(post.id);
          world.posts[world.posts.findIndex(({ id }) => id === post.id)] = {
            ...post,
            more: { edited_at: new Date(now + hourMs).toISOString() },
          };
        }
        for (const at of removed) {
          removedYoung.push(...world.posts.splice(at % world.posts.length, 1).filter(isYoung));
        }
        for (const hours of late) add(now - hours * hourMs);
        for (let row = 0; row < fresh; row += 1) add(now + (row + 1) * 60_000);
        now += dayMs;
      }
      faulty = [];
      // A gap that a fault has left may hide another: each run finds what the one before left open.
      for (let row = 0; row < 3; row += 1) await run(now + row);
      expect(await run(now + 3)).toMatchObject({ outcome: { newPosts: 0, failures: [] } });

      const rows = readLog(folder).flatMap(({ step, body }) =>
        step === "timeline" && Array.isArray(body) ? body : [],
      );
      const rowsOf = new Map<string, { readonly edited_at?: unknown }[]>();
      for (const row of rows) rowsOf.set(row.id, [...(rowsOf.get(row.id) ?? []), row]);
      const shownEdited = world.posts.filter(({ id }) => edited.has(id));
      expect(
        shownEdited.filter(({ id }) => !rowsOf.get(id)?.some((row) => row.edited_at != null)),
      ).toEqual([]);

      const { corpus } = await networkOfFiles([folder]);
      const kept = new Set(corpus.posts.key);
      const uriOf = (post: InventedPost): string => String(statusOf(world, post).uri);
      const isThere = (id: string): boolean => world.posts.some((post) => post.id === id);
      const shown = world.posts.filter(
        ({ inReplyTo }) => inReplyTo === undefined || isThere(inReplyTo),
      );
      expect(shown.map(uriOf).filter((uri) => !kept.has(uri))).toEqual([]);
      expect(removedYoung.map(uriOf).filter((uri) => kept.has(uri))).toEqual([]);
      expect(corpus.posts.key).toHaveLength(kept.size);
      // A post that was there once is counted once, though its rows came several times.
      expect(kept.size).toBeLessThanOrEqual(made);
    }),
    { numRuns: cases(40), examples: dearlyLearnt },
  );
}, 600_000);
