import { expect, test } from "vitest";
import { curveWidth } from "../../src/map/tie-style.js";

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
