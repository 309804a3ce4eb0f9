import fc from "fast-check";
import { expect, test } from "vitest";
import { taperCorners } from "../../src/map/look/taper.js";

type Corner = readonly [number, number];

const between = ([x1, y1]: Corner, [x2, y2]: Corner): number => Math.hypot(x2 - x1, y2 - y1);
const middle = ([x1, y1]: Corner, [x2, y2]: Corner): Corner => [(x1 + x2) / 2, (y1 + y2) / 2];

test("a line is wide around where it comes from, thin around where it goes to, always the same way round", () => {
  const place = fc.integer({ min: -500, max: 500 });
  fc.assert(
    fc.property(fc.tuple(place, place, place, place), ([x1, y1, x2, y2]) => {
      fc.pre(x1 !== x2 || y1 !== y2);
      const [a, b, c, d] = taperCorners({ x1, y1, x2, y2 }, 2);
      expect(between(a, d)).toBeCloseTo(3.6, 9);
      expect(between(b, c)).toBeCloseTo(0.6, 9);
      expect(between(middle(a, d), [x1, y1])).toBeCloseTo(0, 9);
      expect(between(middle(b, c), [x2, y2])).toBeCloseTo(0, 9);
      // Else two lines of one path that cross would cut a hole into each other.
      const turn = (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0]);
      expect(turn).toBeGreaterThan(0);
    }),
  );
  expect(taperCorners({ x1: 1, y1: 1, x2: 1, y2: 1 }, 2)).toEqual([]);
});
