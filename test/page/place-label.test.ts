import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { placeLabel, type Rectangle } from "../../src/page/place-label.js";

const stage = { width: 400, height: 300 };
const text = { width: 80, height: 16 };
const mark = { x: 200, y: 150, radius: 7, ...text };
const onTheRight = { left: 210, top: 142, right: 290, bottom: 158 };
const onTheLeft = { left: 110, top: 142, right: 190, bottom: 158 };
const above = { left: 160, top: 124, right: 240, bottom: 140 };

describe("the label of a mark", () => {
  test("stands to its right, to its left where that is taken, else above", () => {
    expect(placeLabel(mark, stage, [])).toEqual(onTheRight);
    expect(placeLabel(mark, stage, [onTheRight])).toEqual(onTheLeft);
    expect(placeLabel(mark, stage, [onTheRight, onTheLeft])).toEqual(above);
    expect(placeLabel(mark, stage, [onTheRight, onTheLeft, above])).toBeUndefined();
  });

  test("may touch another and not stand over it", () => {
    const touching = { ...onTheRight, left: onTheRight.right, right: 400 };
    expect(placeLabel(mark, stage, [touching])).toEqual(onTheRight);
    expect(placeLabel(mark, stage, [{ ...touching, left: touching.left - 1 }])).toEqual(onTheLeft);
  });

  test("stands to the left where it would be cut off at the right edge", () => {
    expect(placeLabel({ ...mark, x: 310 }, stage, [])?.right).toBe(400);
    expect(placeLabel({ ...mark, x: 311 }, stage, [])?.right).toBe(301);
  });

  test("moves in at the upper and the lower edge", () => {
    expect(placeLabel({ ...mark, y: 2 }, stage, [])).toMatchObject({ top: 0, bottom: 16 });
    expect(placeLabel({ ...mark, y: 299 }, stage, [])).toMatchObject({ top: 284, bottom: 300 });
  });

  test("stands above where neither side is wide enough, and nowhere where the stage is not", () => {
    expect(placeLabel({ ...mark, width: 390 }, stage, [])).toMatchObject({ left: 5, right: 395 });
    expect(placeLabel({ ...mark, width: 390, x: 20 }, stage, [])).toMatchObject({ left: 0 });
    expect(placeLabel({ ...mark, width: 401 }, stage, [])).toBeUndefined();
    expect(placeLabel(mark, { width: 400, height: 15 }, [])).toBeUndefined();
  });

  test("is not shown without its mark", () => {
    for (const beside of [{ x: -1 }, { x: 401 }, { y: -1 }, { y: 301 }]) {
      expect(placeLabel({ ...mark, ...beside }, stage, [])).toBeUndefined();
    }
  });
});

test("of any marks none is cut off and none is over another", () => {
  const anyMark = fc.record({
    x: fc.integer({ min: -50, max: 450 }),
    y: fc.integer({ min: -50, max: 350 }),
    radius: fc.integer({ min: 1, max: 40 }),
    width: fc.integer({ min: 1, max: 200 }),
    height: fc.constant(16),
  });
  fc.assert(
    fc.property(fc.array(anyMark), (marks) => {
      const placed: Rectangle[] = [];
      for (const one of marks) placed.push(...[placeLabel(one, stage, placed) ?? []].flat());
      for (const [at, { left, top, right, bottom }] of placed.entries()) {
        expect(Math.min(left, top, stage.width - right, stage.height - bottom)).toBeGreaterThan(
          -1e-9,
        );
        for (const other of placed.slice(0, at)) {
          const isBeside = right <= other.left || other.right <= left;
          expect(isBeside || bottom <= other.top || other.bottom <= top).toBe(true);
        }
      }
    }),
  );
});
