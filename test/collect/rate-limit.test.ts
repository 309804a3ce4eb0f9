import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readRateLimit } from "../../src/collect/rate-limit.js";
import { cases } from "../support/cases.js";

/** 14 November 2023, 22:13:20 UTC. */
const now = 1_700_000_000_000;

function read(headers: Record<string, string>, at = now) {
  return readRateLimit(new Headers(headers), at);
}

describe("rate headers", () => {
  test("say nothing where there are none", () => {
    expect(read({})).toEqual({ remaining: undefined, waitMs: undefined });
  });

  test("are read as Mastodon and GoToSocial write them, with an ISO 8601 reset", () => {
    const headers = {
      "X-RateLimit-Limit": "300",
      "X-RateLimit-Remaining": "17",
      "X-RateLimit-Reset": "2023-11-14T22:15:00.500000Z",
    };
    expect(read(headers)).toEqual({ remaining: 17, waitMs: 100_500 });
  });

  test("are read as X writes them, with a reset in seconds since 1970", () => {
    const headers = { "x-rate-limit-remaining": "0", "x-rate-limit-reset": "1700000900" };
    expect(read(headers)).toEqual({ remaining: 0, waitMs: 900_000 });
  });

  test("are read as drafts of the standard have them, in seconds from now", () => {
    expect(read({ "RateLimit-Remaining": "0", "RateLimit-Reset": "12" })).toEqual({
      remaining: 0,
      waitMs: 12_000,
    });
    expect(read({ RateLimit: "limit=100, remaining=50, reset=5" })).toEqual({
      remaining: 50,
      waitMs: 5000,
    });
    expect(read({ RateLimit: '"default";r=0;t=30' })).toEqual({ remaining: 0, waitMs: 30_000 });
  });

  test("with several limits are read for the one that is nearest to its end", () => {
    expect(read({ RateLimit: '"burst";r=9;t=1, "day";r=0;t=3600' })).toEqual({
      remaining: 0,
      waitMs: 3_600_000,
    });
    expect(read({ RateLimit: '"a";r=0;t=10, "b";r=0;t=60, "c";r=0;t=20' })).toEqual({
      remaining: 0,
      waitMs: 60_000,
    });
  });

  test("believe Retry-After first, in seconds or as a date", () => {
    const reset = { "x-rate-limit-reset": "1700000900" };
    expect(read({ ...reset, "Retry-After": "7" }).waitMs).toBe(7000);
    expect(read({ "Retry-After": "Tue, 14 Nov 2023 22:14:20 GMT" }).waitMs).toBe(60_000);
    expect(read({ "Retry-After": "Tuesday, 14-Nov-23 22:14:20 GMT" }).waitMs).toBe(60_000);
  });

  test("count from the server's own clock where it tells the time", () => {
    const hour = 3_600_000;
    for (const [wrongBy, date] of [
      [-hour, "Tue, 14 Nov 2023 21:13:20 GMT"],
      [hour, "Tue, 14 Nov 2023 23:13:20 GMT"],
    ] as const) {
      const reset = String((now + wrongBy) / 1000 + 30);
      expect(read({ date, "x-rate-limit-reset": reset }).waitMs).toBe(30_000);
      const iso = new Date(now + wrongBy + 45_000).toISOString();
      expect(read({ date, "x-ratelimit-reset": iso }).waitMs).toBe(45_000);
    }
    expect(read({ date: "yesterday", "x-rate-limit-reset": "1700000001" }).waitMs).toBe(1000);
  });

  test("in the past mean no wait", () => {
    expect(read({ "x-rate-limit-reset": "1600000000" }).waitMs).toBe(0);
    expect(read({ "Retry-After": "Mon, 01 Jan 2001 00:00:00 GMT" }).waitMs).toBe(0);
  });

  test("that make no sense say nothing", () => {
    for (const written of [
      "",
      "-5",
      "soon",
      "in 2040",
      "NaN",
      "Infinity",
      "1e999",
      "9".repeat(40),
    ]) {
      expect(read({ "Retry-After": written }).waitMs, written).toBeUndefined();
    }
    for (const written of ["", "-1", "1.5", "many"]) {
      expect(read({ "x-ratelimit-remaining": written }).remaining, written).toBeUndefined();
    }
  });

  test("that a proxy repeats are read once", () => {
    const headers = new Headers([
      ["x-ratelimit-remaining", "3"],
      ["x-ratelimit-remaining", "99"],
      ["retry-after", "4"],
      ["retry-after", "8"],
    ]);
    expect(readRateLimit(headers, now)).toEqual({ remaining: 3, waitMs: 4000 });
  });

  test("never give a wait that is negative, endless or no number", () => {
    const visible = fc.string({ unit: fc.integer({ min: 0x20, max: 0x7e }).map(toCharacter) });
    const likely = fc.oneof(
      fc.double().map(String),
      fc.integer({ min: -5, max: 4_000_000_000_000 }).map(String),
      fc.date().map((date) => (Number.isNaN(date.getTime()) ? "" : date.toUTCString())),
      fc.date().map((date) => (Number.isNaN(date.getTime()) ? "" : date.toISOString())),
      fc.tuple(visible, fc.nat(), fc.nat()).map(([name, r, t]) => `"${name}";r=${r};t=${t}`),
    );
    const names = fc.constantFrom(
      "date",
      "retry-after",
      "ratelimit",
      "ratelimit-reset",
      "ratelimit-remaining",
      "x-ratelimit-reset",
      "x-ratelimit-remaining",
      "x-rate-limit-reset",
      "x-rate-limit-remaining",
    );
    fc.assert(
      fc.property(fc.dictionary(names, fc.oneof(visible, likely)), fc.nat(), (headers, at) => {
        const { remaining, waitMs } = read(headers, at);
        if (waitMs !== undefined) {
          expect(waitMs).toBeGreaterThanOrEqual(0);
          expect(Number.isFinite(waitMs)).toBe(true);
        }
        if (remaining !== undefined) expect(remaining).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: cases(1000) },
    );
  });
});

function toCharacter(code: number): string {
  return String.fromCharCode(code);
}
