import { describe, expect, test } from "vitest";
import { planBacktest } from "../../src/follow/backtest-plan.js";
import { UserError } from "../../src/model/errors.js";

const plan = (spanDays: number, asked: { trainDays?: number; testDays?: number } = {}) =>
  planBacktest({ spanDays, trainDays: undefined, testDays: undefined, cuts: 12, ...asked });
const planAll = (spanDays: number) =>
  planBacktest({ spanDays, trainDays: undefined, testDays: undefined, cuts: 1000 });

describe("where an archive is cut", () => {
  test("an archive of half a year gets a last window that ends where it ends", () => {
    expect(plan(165.46)).toEqual({ trainDays: 84, testDays: 28, cutDays: [84, 112, 138] });
  });

  test("what is left over and less than half a test makes no window", () => {
    expect(plan(84 + 28 + 13).cutDays).toEqual([84]);
    expect(plan(84 + 28 + 14).cutDays).toEqual([84, 98]);
  });

  test.each([
    [112, 84, 28],
    [111, 42, 14],
    [56, 42, 14],
    [55, 21, 7],
    [28, 21, 7],
    [27, 3, 1],
    [4, 3, 1],
    [3, 1.5, 1.5],
  ])("%i days train on %d and test on %d", (spanDays, trainDays, testDays) => {
    expect(plan(spanDays)).toMatchObject({ trainDays, testDays });
    expect(planAll(spanDays).cutDays[0]).toBe(trainDays);
  });

  test("of many cuts the latest are taken", () => {
    expect(plan(14.5).cutDays).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
    expect(plan(1000).cutDays).toHaveLength(12);
    expect(plan(1000).cutDays.at(-1)).toBeGreaterThan(1000 - 28 - 14);
  });

  test("windows that were asked for are used, and refused where they do not fit", () => {
    expect(plan(40, { trainDays: 20, testDays: 10 }).cutDays).toEqual([20, 30]);
    expect(() => plan(20, { trainDays: 30 })).toThrow(UserError);
  });

  test("an archive of one moment has no cut", () => {
    expect(plan(0).cutDays).toEqual([]);
  });
});
