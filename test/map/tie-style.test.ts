import { expect, test } from "vitest";
import { curveWidth, tieWidth } from "../../src/map/look/tie-style.js";

test("curves between boxes are 3 to 36 wide for 1 to 10 ties", () => {
  expect(curveWidth(1, 4)).toBe(3);
  expect(curveWidth(4, 4)).toBe(14);
  expect(curveWidth(10, 10)).toBe(36);
});

test("curves are 36 wide for the closest pair where that has more than 10 ties", () => {
  expect(curveWidth(1, 100)).toBe(3);
  expect(curveWidth(34, 100)).toBe(14);
  expect(curveWidth(100, 100)).toBe(36);
});

test("single ties are drawn in three widths: once, twice or more, five times or more", () => {
  expect([1, 1.9, 2, 4.9, 5, 100].map(tieWidth)).toEqual([0.8, 0.8, 1.3, 1.3, 2, 2]);
});
