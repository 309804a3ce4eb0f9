import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { packBoxes } from "../../src/map/layout/pack-boxes.js";
import { squarify } from "../../src/map/layout/treemap.js";
import { overlaps } from "../../src/map/look/box-geometry.js";
import type { Box } from "../../src/model/layout.js";

const pane: Box = { x: 24, y: 78, width: 1552, height: 1000 };
const weights = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 60 });

/** Boxes of a pane: areas in proportion, inside of it, none over another. So they tile it. */
function expectTiling(boxes: readonly Box[], sizes: readonly number[]): void {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  expect(boxes).toHaveLength(sizes.length);
  for (const [index, { x, y, width, height }] of boxes.entries()) {
    expect((width * height) / (pane.width * pane.height)).toBeCloseTo(sizes[index] / total, 9);
    expect(x).toBeGreaterThanOrEqual(pane.x - 1e-6);
    expect(y).toBeGreaterThanOrEqual(pane.y - 1e-6);
    expect(x + width).toBeLessThanOrEqual(pane.x + pane.width + 1e-6);
    expect(y + height).toBeLessThanOrEqual(pane.y + pane.height + 1e-6);
  }
  const slimmer = boxes.map((box) => ({
    x: box.x + 1e-6,
    y: box.y + 1e-6,
    width: box.width - 2e-6,
    height: box.height - 2e-6,
  }));
  for (const [index, box] of slimmer.entries()) {
    for (const other of slimmer.slice(0, index)) expect(overlaps(box, other)).toBe(false);
  }
}

describe("squarify", () => {
  test("tiles the pane with areas in proportion to weights", () => {
    fc.assert(fc.property(weights, (sizes) => expectTiling(squarify(sizes, pane), sizes)));
  });

  test("gives the rectangles of the paper's example", () => {
    const tiles = squarify([6, 6, 4, 3, 2, 2, 1], { x: 0, y: 0, width: 6, height: 4 });
    const shapes = tiles.map(({ width, height }) => [width, height]);
    const expected = [
      [3, 2],
      [3, 2],
      [12 / 7, 7 / 3],
      [9 / 7, 7 / 3],
      [6 / 5, 5 / 3],
      [6 / 5, 5 / 3],
      [3 / 5, 5 / 3],
    ];
    for (const [index, [width, height]] of expected.entries()) {
      expect(shapes[index][0]).toBeCloseTo(width, 9);
      expect(shapes[index][1]).toBeCloseTo(height, 9);
    }
  });

  test("begins a row anew as soon as another tile would make it the least bit slimmer", () => {
    // Alone the first is twice as high as wide; with the second beside it that one would be 2.25 times.
    expect(squarify([2, 1, 1], { x: 0, y: 0, width: 2, height: 2 })).toEqual([
      { x: 0, y: 0, width: 1, height: 2 },
      { x: 1, y: 0, width: 1, height: 1 },
      { x: 1, y: 1, width: 1, height: 1 },
    ]);
  });

  test("puts the first at the top left and the last at the bottom right", () => {
    const tiles = squarify([40, 30, 20, 10, 5], pane);
    expect(tiles[0]).toMatchObject({ x: pane.x, y: pane.y });
    expect(tiles[4].x + tiles[4].width).toBeCloseTo(pane.x + pane.width, 9);
    expect(tiles[4].y + tiles[4].height).toBeCloseTo(pane.y + pane.height, 9);
  });
});

describe("packBoxes", () => {
  const sorted = weights.map((sizes) => sizes.sort((a, b) => b - a));

  test("tiles the pane with areas in proportion, whatever the packing", () => {
    const input = fc.tuple(sorted, fc.array(fc.integer({ min: 1, max: 5000 }), { maxLength: 2 }));
    fc.assert(
      fc.property(input, ([sizes, leftovers]) => {
        const all = [...sizes, ...leftovers];
        expectTiling(packBoxes(all, leftovers.length, pane).boxes, all);
      }),
    );
  });

  test("is a doughnut where the two largest hold 10 to 45 %, the largest in the middle", () => {
    const sizes = [20, 12, 11, 10, 9, 9, 8, 8, 7, 6];
    const { packing, boxes } = packBoxes(sizes, 0, pane);
    expect(packing).toBe("doughnut");
    const [{ x, y, width, height }] = boxes;
    expect(x).toBeGreaterThan(pane.x);
    expect(y).toBeGreaterThan(pane.y);
    expect(x + width).toBeLessThan(pane.x + pane.width);
    expect(y + height).toBeLessThan(pane.y + pane.height);
  });

  test("is a croissant where they hold more, the largest at the top", () => {
    const { packing, boxes } = packBoxes([60, 12, 11, 10, 9, 9, 8, 8, 7, 6], 0, pane);
    expect(packing).toBe("croissant");
    expect(boxes[0].y).toBe(pane.y);
    expect(boxes[0].x).toBeGreaterThan(pane.x);
  });

  test("is a treemap where they hold less than 10 %, the largest top left", () => {
    const sizes = new Array<number>(30).fill(10);
    const { packing, boxes } = packBoxes(sizes, 0, pane);
    expect(packing).toBe("treemap");
    expect(boxes[0]).toMatchObject({ x: pane.x, y: pane.y });
  });

  test("is a treemap where there are too few boxes for a ring", () => {
    expect(packBoxes([30, 10, 5], 1, pane).packing).toBe("treemap");
  });

  test("does not flatten the boxes before heavy leftovers", () => {
    const sizes = [...new Array<number>(40).fill(300), 58_000, 8000];
    const { boxes } = packBoxes(sizes, 2, pane);
    for (const { width, height } of boxes.slice(0, 40)) {
      expect(Math.max(width / height, height / width)).toBeLessThan(3);
    }
  });
});
