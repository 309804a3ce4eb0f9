import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitMarks } from "../../src/map/layout/fit-marks.js";
import type { Discs } from "../../src/map/layout/overlaps.js";
import type { Box } from "../../src/model/layout.js";
import { seededRandom } from "../../src/model/seeded-random.js";
import { cases } from "../support/cases.js";

const rounding = 1e-6;

function expectInsideAndApart(marks: Discs, box: Box): number {
  const { x, y, factor } = fitMarks(marks, box);
  expect(factor).toBeGreaterThan(0);
  expect(factor).toBeLessThanOrEqual(1);
  const radius = marks.radius.map((one) => factor * one);
  let deepest = 0;
  let farthestOut = 0;
  for (let one = 0; one < x.length; one += 1) {
    farthestOut = Math.max(
      farthestOut,
      box.x - (x[one] - radius[one]),
      x[one] + radius[one] - box.x - box.width,
      box.y - (y[one] - radius[one]),
      y[one] + radius[one] - box.y - box.height,
    );
    for (let other = 0; other < one; other += 1) {
      const distance = Math.hypot(x[one] - x[other], y[one] - y[other]);
      deepest = Math.max(deepest, radius[one] + radius[other] - distance);
    }
  }
  expect(deepest).toBeLessThan(rounding);
  expect(farthestOut).toBeLessThan(rounding);
  return factor;
}

function cloud(count: number, seed: number): Discs {
  const random = seededRandom(seed);
  return {
    x: Float64Array.from({ length: count }, () => 1000 * random() ** 3),
    y: Float64Array.from({ length: count }, () => 300 * random()),
    radius: Float64Array.from({ length: count }, () => 1.5 + 8.5 * random() ** 6),
  };
}

describe("marks fitted into a box", () => {
  test("of nobody are none, and one mark stands in the middle", () => {
    const box = { x: 10, y: 20, width: 100, height: 40 };
    const none = new Float64Array(0);
    expect(fitMarks({ x: none, y: none, radius: none }, box)).toEqual({
      x: none,
      y: none,
      factor: 1,
    });
    const one = { x: Float64Array.of(7), y: Float64Array.of(-7), radius: Float64Array.of(5) };
    expect(fitMarks(one, box)).toEqual({
      x: Float64Array.of(60),
      y: Float64Array.of(40),
      factor: 1,
    });
  });

  test("keep left of, right of, above and below, and use the box", () => {
    const marks = {
      x: Float64Array.of(-1, 1, 0, 0),
      y: Float64Array.of(0, 0, -1, 1),
      radius: Float64Array.of(1, 1, 1, 1),
    };
    const { x, y } = fitMarks(marks, { x: 0, y: 0, width: 100, height: 100 });
    expect([...x]).toEqual([1, 99, 50, 50]);
    expect([...y]).toEqual([50, 50, 1, 99]);
  });

  test("lie inside also where they are too small for their squares to be numbers", () => {
    const tiny = Float64Array.of(1e-200, 1e-200, 3e-310);
    const marks = { x: new Float64Array(3), y: new Float64Array(3), radius: tiny };
    expectInsideAndApart(marks, { x: 0, y: 0, width: 10, height: 10 });
  });

  test("lie inside, and none upon another, whatever their number, sizes and box", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.double({ min: -1e3, max: 1e3, noNaN: true }),
            fc.double({ min: -1e3, max: 1e3, noNaN: true }),
            fc.double({ min: 0, max: 40, noNaN: true }),
          ),
          { minLength: 1, maxLength: 80 },
        ),
        fc.double({ min: 1, max: 500, noNaN: true }),
        fc.double({ min: 1, max: 500, noNaN: true }),
        (marks, width, height) => {
          expectInsideAndApart(
            {
              x: Float64Array.from(marks, ([x]) => x),
              y: Float64Array.from(marks, ([, y]) => y),
              radius: Float64Array.from(marks, ([, , radius]) => radius),
            },
            { x: -5, y: 40, width, height },
          );
        },
      ),
      { numRuns: cases(300) },
    );
  });

  test("of a thousand people keep their size where there is room", () => {
    expect(expectInsideAndApart(cloud(1000, 1), { x: 0, y: 0, width: 600, height: 400 })).toBe(1);
  });

  test("shrink together where there is not", () => {
    const factor = expectInsideAndApart(cloud(2000, 1), { x: 0, y: 0, width: 150, height: 100 });
    expect(factor).toBeGreaterThan(0.3);
    expect(factor).toBeLessThan(0.8);
  });

  test("part even when all stand on one spot", () => {
    const spot = new Float64Array(400);
    const radius = new Float64Array(400).fill(3);
    const factor = expectInsideAndApart(
      { x: spot, y: spot, radius },
      { x: 0, y: 0, width: 200, height: 150 },
    );
    expect(factor).toBeGreaterThan(0.7);
  });

  test("are nowhere and nothing in a box without width", () => {
    const { x, factor } = fitMarks(cloud(3, 1), { x: 4, y: 0, width: 0, height: 50 });
    expect([...x]).toEqual([4, 4, 4]);
    expect(factor).toBe(0);
  });

  test("are the same again, and leave what was given untouched", () => {
    const marks = cloud(300, 5);
    const before = marks.x.slice();
    const box = { x: 0, y: 0, width: 200, height: 200 };
    expect(fitMarks(marks, box)).toEqual(fitMarks(marks, box));
    expect(marks.x).toEqual(before);
  });
});
