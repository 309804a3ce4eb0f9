import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { planBacktest } from "../../src/follow/backtest/backtest-plan.js";
import { UserError } from "../../src/model/errors.js";

const plan = (spanDays: number, asked: { trainDays?: number; testDays?: number } = {}) =>
  planBacktest({ spanDays, trainDays: undefined, testDays: undefined, cuts: 12, ...asked });

describe("where an archive is cut", () => {
  test.each([
    [165.46, undefined, 6, 12],
    [1000, undefined, 41, 12],
    [14.5, undefined, 1, 8],
    [12, undefined, 1, 6],
    [3, undefined, 0.25, 6],
  ])("%d days are learned from whole, and tested on the second half", (span, train, test, cuts) => {
    const found = plan(span);
    expect(found).toMatchObject({ trainDays: train, testDays: test });
    expect(found.cutDays).toHaveLength(cuts);
    expect(found.cutDays[0]).toBeGreaterThanOrEqual(Math.ceil(span) / 2);
  });

  test("windows that were asked for are used, with what is left over as a shorter last one", () => {
    const asked = plan(165.46, { trainDays: 84, testDays: 28 });
    expect(asked).toEqual({
      trainDays: 84,
      testDays: 28,
      endDays: 166,
      cutDays: [84, 112, 140],
    });
    expect(plan(40, { trainDays: 20, testDays: 10 }).cutDays).toEqual([20, 30]);
  });

  test("what is left over and less than half a test makes no window", () => {
    expect(plan(84 + 28 + 13, { trainDays: 84, testDays: 28 }).cutDays).toEqual([84]);
    expect(plan(84 + 28 + 14, { trainDays: 84, testDays: 28 }).cutDays).toEqual([84, 112]);
  });

  test("windows that do not fit are refused", () => {
    expect(() => plan(20, { trainDays: 30 })).toThrow(UserError);
    expect(() => plan(20, { trainDays: 15, testDays: 6 })).toThrow(UserError);
  });

  test("an archive of one moment has no cut", () => {
    expect(plan(0).cutDays).toEqual([]);
  });

  test("tests never overlap, are six or more, and no more than were allowed", () => {
    const span = fc.double({ min: 0.5, max: 3000, noNaN: true });
    fc.assert(
      fc.property(span, fc.integer({ min: 6, max: 40 }), (spanDays, cuts) => {
        const found = planBacktest({ spanDays, trainDays: undefined, testDays: undefined, cuts });
        expect(found.cutDays.length).toBeGreaterThanOrEqual(6);
        expect(found.cutDays.length).toBeLessThanOrEqual(cuts);
        for (const [at, cut] of found.cutDays.entries()) {
          if (at > 0) expect(cut - found.cutDays[at - 1]).toBeCloseTo(found.testDays, 9);
        }
      }),
    );
  });
});
