import { describe, expect, test } from "vitest";
import { measureRise } from "../../src/follow/rise.js";
import { type Act, frame, tableOf } from "./acts.js";

/** Person 0 is engaged by so many people now, and by so many others before. */
function riseAfter(recent: number, earlier: number, more: readonly Act[] = []) {
  const people = 1 + recent + earlier;
  const acts = Array.from(
    { length: recent + earlier },
    (_, at): Act => ({
      from: at + 1,
      to: 0,
      daysAgo: at < recent ? 3 : 60,
    }),
  );
  const {
    recent: now,
    earlier: before,
    lowerBound,
    isRising,
  } = measureRise(tableOf([...acts, ...more]), people, frame);
  return { now: now[0], before: before[0], lowerBound: lowerBound[0], isRising: isRising[0] };
}

describe("somebody is rising", () => {
  test("from five people in the recent weeks on", () => {
    expect(riseAfter(5, 0)).toMatchObject({ now: 5, before: 0, isRising: 1 });
    expect(riseAfter(4, 0)).toMatchObject({ isRising: 0, lowerBound: Number.NaN });
  });

  test("where the rate is more than twice that of before, and more than chance would give", () => {
    // 100 days are 14.29 weeks, 10.29 of them before: the rates are (n + ½) / 4 and (m + ½) / 10.29.
    const ratio = (recent: number, earlier: number): number =>
      (recent + 0.5) / 4 / ((earlier + 0.5) / (100 / 7 - 4));
    const lowest = (recent: number, earlier: number): number =>
      ratio(recent, earlier) *
      Math.exp(-1.645 * Math.sqrt(1 / (recent + 0.5) + 1 / (earlier + 0.5)));
    expect(riseAfter(12, 7).lowerBound).toBeCloseTo(lowest(12, 7), 12);
    expect(riseAfter(12, 7).isRising).toBe(1);
    // Surely more often than before, and less than twice as often.
    expect(ratio(60, 90)).toBeLessThan(2);
    expect(lowest(60, 90)).toBeGreaterThan(1);
    expect(riseAfter(60, 90).isRising).toBe(0);
    // More than twice as often, but of so few people that chance gives it too.
    expect(ratio(5, 5)).toBeGreaterThan(2);
    expect(lowest(5, 5)).toBeLessThan(1);
    expect(riseAfter(5, 5).isRising).toBe(0);
  });

  test("by different people, whatever their number of acts, and never by follows", () => {
    const again: Act[] = Array.from({ length: 20 }, () => ({ from: 1, to: 0, daysAgo: 1 }));
    expect(riseAfter(4, 0, again)).toMatchObject({ now: 4, isRising: 0 });
    const follow: Act = { from: 0, to: 0, kind: "follow", daysAgo: 1 };
    expect(riseAfter(4, 0, [follow]).now).toBe(4);
  });
});
