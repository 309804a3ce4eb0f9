import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { measureCoverage } from "../../src/measure/network/coverage.js";
import { type CapturedPost, estimateUnseen } from "../../src/measure/network/unseen.js";
import type { AnswerLine } from "../../src/model/collection-log.js";
import type { Coverage, SourceCoverage } from "../../src/model/coverage.js";
import { networkOfItems } from "../support/analyze-items.js";
import { collectionLine } from "../support/collection-lines.js";
import { readText } from "../support/items-of-text.js";
import { mastodonStatus, ndjson } from "../support/statuses.js";

function source(name: string, posts: number): SourceCoverage {
  return {
    source: name,
    platform: "mastodon",
    posts,
    onlyHere: 0,
    oldest: 0,
    newest: 1,
    askedFirst: 10,
    askedLast: 10,
    pages: 1,
    gaps: [],
    isEndUnconfirmed: false,
    late: 0,
    latestMs: undefined,
    lookBackMs: 7 * 24 * 3_600_000,
    leftOut: 0,
  };
}

/** So many posts that each of these servers showed. */
function captured(count: number, ...by: string[]): CapturedPost[] {
  return Array.from({ length: count }, () => ({ time: 5, by }));
}

describe("posts that no server showed", () => {
  test("are estimated from two servers as Chapman did, with Seber's variance", () => {
    // n1 = 200, n2 = 300, m = 50 (Chapman 1951): 201 · 301 / 51 − 1 = 1185.29.
    const posts = [...captured(150, "a"), ...captured(250, "b"), ...captured(50, "a", "b")];
    const estimate = estimateUnseen([source("a", 200), source("b", 300)], posts);
    expect(estimate).toMatchObject({ method: "chapman", seen: 450 });
    expect(estimate?.total).toBeCloseTo((201 * 301) / 51 - 1, 9);
    // Variance (n1+1)(n2+1)(n1−m)(n2−m) / ((m+1)²(m+2)) = 16774.5; log-normal limits around 735.3.
    expect(estimate?.low).toBeCloseTo(972.0, 1);
    expect(estimate?.high).toBeCloseTo(1485.7, 1);
  });

  test("are at least what Chao's bound says, with three servers", () => {
    // Q1 = 60, Q2 = 20, Q3 = 10, t = 3: 90 + (2/3) · 60 · 59 / (2 · 21) = 146.19.
    const posts = [
      ...captured(30, "a"),
      ...captured(20, "b"),
      ...captured(10, "c"),
      ...captured(12, "a", "b"),
      ...captured(8, "b", "c"),
      ...captured(10, "a", "b", "c"),
    ];
    const sources = [source("a", 52), source("b", 50), source("c", 28)];
    const estimate = estimateUnseen(sources, posts);
    expect(estimate).toMatchObject({ method: "chao2", seen: 90 });
    expect(estimate?.total).toBeCloseTo(90 + ((2 / 3) * 60 * 59) / 42, 9);
    expect(estimate?.low).toBeGreaterThan(90);
    expect(estimate?.high).toBeGreaterThan(estimate?.total ?? Number.NaN);
  });

  test("are not guessed from one server, or where two share next to nothing", () => {
    expect(estimateUnseen([source("a", 5)], captured(5, "a"))).toBeUndefined();
    const apart = [...captured(50, "a"), ...captured(50, "b"), ...captured(6, "a", "b")];
    expect(estimateUnseen([source("a", 56), source("b", 56)], apart)).toBeUndefined();
  });

  test("are none where two servers show the same", () => {
    const same = estimateUnseen([source("a", 20), source("b", 20)], captured(20, "a", "b"));
    expect(same).toMatchObject({ seen: 20, total: 20, low: 20, high: 20 });
  });

  test("only count in the time that all servers cover", () => {
    const early = { time: -5, by: ["a"] };
    const late = { time: 11, by: ["b"] };
    const posts = [...captured(20, "a", "b"), early, early, late];
    const estimate = estimateUnseen([source("a", 22), source("b", 21)], posts);
    expect(estimate).toMatchObject({ from: 0, to: 10, seen: 20, total: 20 });
  });

  test("are within their limits, and never fewer than those seen", () => {
    const counts = fc.tuple(fc.nat(300), fc.nat(300), fc.integer({ min: 7, max: 300 }));
    fc.assert(
      fc.property(counts, ([onlyA, onlyB, both]) => {
        const posts = [
          ...captured(onlyA, "a"),
          ...captured(onlyB, "b"),
          ...captured(both, "a", "b"),
        ];
        const found = estimateUnseen([source("a", onlyA + both), source("b", onlyB + both)], posts);
        expect(found).toBeDefined();
        if (found === undefined) return;
        expect(found.low).toBeGreaterThanOrEqual(found.seen);
        expect(found.total).toBeGreaterThanOrEqual(found.low - 1e-9);
        expect(found.high).toBeGreaterThanOrEqual(found.total - 1e-9);
      }),
    );
  });
});

async function coverageOf(lines: readonly AnswerLine[]): Promise<Coverage | undefined> {
  const { items } = await readText(ndjson(lines));
  const { corpus, selection } = networkOfItems(items);
  return measureCoverage(corpus, selection);
}

const day = (number: number): number => Date.UTC(2026, 2, number, 12);
const post = (id: string, number: number) => mastodonStatus(id, "ada", { day: number });

describe("the coverage of a collection", () => {
  test("tells for each server its posts, those it alone showed, and for each pair what both did", async () => {
    const other = {
      source: "other.example",
      request: { method: "GET", uri: "https://other.example/api" },
    } as const;
    const coverage = await coverageOf([
      collectionLine("timeline", [post("3", 3), post("2", 2)], { sweep: 1, end: "oldest" }),
      collectionLine("timeline", [post("2", 2), post("1", 1)], { ...other, sweep: 1, leftOut: 2 }),
    ]);
    expect(coverage?.sources).toMatchObject([
      { source: "home.example", posts: 2, onlyHere: 1, oldest: day(2), newest: day(3), leftOut: 0 },
      {
        source: "other.example",
        posts: 2,
        onlyHere: 1,
        oldest: day(1),
        newest: day(2),
        leftOut: 2,
      },
    ]);
    expect(coverage?.overlaps).toEqual([{ sources: ["home.example", "other.example"], both: 1 }]);
    expect(coverage?.unseen).toBeUndefined();
  });

  test("names the gap below a walk that did not come to its end", async () => {
    const page = (sweep: number, at: string, posts: readonly unknown[], more = {}) =>
      collectionLine("timeline", posts, { sweep, recorded_at: at, ...more });
    const coverage = await coverageOf([
      page(1, "2026-03-11T00:00:00.000Z", [post("10", 10), post("9", 9)], { end: "oldest" }),
      page(2, "2026-03-21T00:00:00.000Z", [post("20", 20), post("19", 19)], { next: "19" }),
      page(3, "2026-03-22T00:00:00.000Z", [post("21", 21), post("20", 20)], { end: "known" }),
    ]);
    expect(coverage?.sources[0].gaps).toEqual([{ from: day(10), to: day(19) }]);
    const begun = await coverageOf([
      page(1, "2026-03-21T00:00:00.000Z", [post("20", 20)], { next: "20" }),
    ]);
    expect(begun?.sources[0].gaps).toEqual([{ from: undefined, to: day(20) }]);
  });

  test("is none where nothing was collected", async () => {
    const { items } = await readText(ndjson([post("1", 1)]));
    const { corpus, selection } = networkOfItems(items);
    expect(measureCoverage(corpus, selection)).toBeUndefined();
  });
});
