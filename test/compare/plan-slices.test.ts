import { describe, expect, test } from "vitest";
import { planSlices } from "../../src/compare/plan-slices.js";
import { dayMs, hourMs } from "../../src/model/durations.js";
import { parseSlicing, printSlicing, type Slicing } from "../../src/model/slicing.js";

const at = (written: string): number => Date.parse(written);

interface Asked {
  readonly overlap?: number;
  readonly since?: string;
  readonly until?: string;
}

function days(slicing: Slicing, first: string, last: string, asked: Asked = {}): string[] {
  const { overlap = 0, since, until } = asked;
  return planSlices({
    slicing,
    overlap,
    since: since === undefined ? undefined : at(since),
    until: until === undefined ? undefined : at(until),
    first: at(first),
    last: at(last),
  }).map((window) =>
    [window.from, window.until].map((time) => new Date(time).toISOString().slice(0, 10)).join(" "),
  );
}

describe("slices", () => {
  test("of a month are those of the calendar, leap days and all", () => {
    expect(days("month", "2024-01-31T23:00:00Z", "2024-03-01T00:00:00Z")).toEqual([
      "2024-01-01 2024-02-01",
      "2024-02-01 2024-03-01",
      "2024-03-01 2024-04-01",
    ]);
  });

  test("of a week begin on Monday", () => {
    expect(days("week", "2026-01-08T12:00:00Z", "2026-01-12T00:00:00Z")).toEqual([
      "2026-01-05 2026-01-12",
      "2026-01-12 2026-01-19",
    ]);
    expect(days("week", "1969-12-31T12:00:00Z", "1970-01-01T00:00:00Z")).toEqual([
      "1969-12-29 1970-01-05",
    ]);
  });

  test("of a day hold a midnight in the day that it begins", () => {
    expect(days("day", "2026-01-05T00:00:00Z", "2026-01-06T00:00:00Z")).toEqual([
      "2026-01-05 2026-01-06",
      "2026-01-06 2026-01-07",
    ]);
  });

  test("of a duration count from the period's beginning, else from the first post", () => {
    const fortnight = 14 * dayMs;
    expect(days(fortnight, "2026-01-08T00:00:00Z", "2026-01-22T00:00:00Z")).toEqual([
      "2026-01-08 2026-01-22",
      "2026-01-22 2026-02-05",
    ]);
    expect(
      days(fortnight, "2026-01-08T00:00:00Z", "2026-01-09T00:00:00Z", {
        since: "2026-01-01T00:00:00Z",
      }),
    ).toEqual(["2026-01-01 2026-01-15"]);
  });

  test("never reach beyond the period that was asked for", () => {
    const asked = { since: "2026-01-10T00:00:00Z", until: "2026-02-10T00:00:00Z" };
    expect(days("month", "2026-01-12T00:00:00Z", "2026-02-09T00:00:00Z", asked)).toEqual([
      "2026-01-10 2026-02-01",
      "2026-02-01 2026-02-10",
    ]);
  });

  test("that overlap begin so long before the one before ends", () => {
    const overlap = 7 * dayMs;
    expect(days(14 * dayMs, "2026-01-01T00:00:00Z", "2026-01-20T00:00:00Z", { overlap })).toEqual([
      "2026-01-01 2026-01-15",
      "2026-01-08 2026-01-22",
    ]);
    expect(days("month", "2026-01-20T00:00:00Z", "2026-03-02T00:00:00Z", { overlap })).toEqual([
      "2026-01-01 2026-02-01",
      "2026-01-25 2026-03-01",
      "2026-02-22 2026-04-01",
    ]);
  });

  test("are refused where they would overlap wholly, or be more than anybody reads", () => {
    const first = "2026-01-01T00:00:00Z";
    expect(() => days("day", first, first, { overlap: dayMs })).toThrow(/as long as a slice/u);
    expect(() => days("day", first, "2036-01-01T00:00:00Z")).toThrow(/more than 1000 slices/u);
  });
});

test("a length of slices is typed as it is printed, and anything else is refused", () => {
  for (const written of ["day", "week", "month", "36h", "14d"]) {
    const slicing = parseSlicing(written);
    expect(slicing === undefined ? undefined : printSlicing(slicing)).toBe(written);
  }
  expect(parseSlicing("2w")).toBe(14 * dayMs);
  expect(parseSlicing("24h")).toBe(24 * hourMs);
  for (const written of ["", "0d", "1.5d", "-3d", "14", "d", "year", "14 d", "999999d"]) {
    expect(parseSlicing(written), written).toBeUndefined();
  }
});
