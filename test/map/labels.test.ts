import { describe, expect, test } from "vitest";
import { readFonts } from "../../src/map/drawing/font.js";
import { placeNames, wishedNames } from "../../src/map/drawing/labels.js";
import { printedSheet } from "../../src/map/drawing/sheet.js";
import { type BoxedMarks, planBoxes } from "../../src/map/layout/group-in-a-box.js";
import { overlaps } from "../../src/map/look/box-geometry.js";
import { type Example, mapExample } from "./map-example.js";

const fonts = readFonts();
const sheet = printedSheet;
const pane = { x: 0, y: 0, width: 800, height: 600 };

/** People of one community at given places, all with marks of the same radius, all worth following. */
function placeAt(places: readonly (readonly [number, number])[], radius: number, more?: Example) {
  const input = mapExample({
    sizes: [places.length],
    ...more,
    change: { follow: places.map((_, node) => node), ...more?.change },
  });
  const plan = planBoxes(input, new Float64Array(places.length).fill(radius), {
    pane,
    sheet,
  });
  const marks: BoxedMarks = {
    ...plan,
    x: Float64Array.from(places, ([x]) => x),
    y: Float64Array.from(places, ([, y]) => y),
    radius: new Float64Array(places.length).fill(radius),
    cellOf: new Int32Array(places.length),
  };
  return placeNames(input, marks, { fonts, sheet });
}

/** Whom a map of three communities names, of which some are cut off from the rest. */
function namedOf(isCutOff: readonly boolean[]): readonly number[] {
  const communities = isCutOff.map((cut, at) => ({ name: `G${at + 1}`, label: "", isCutOff: cut }));
  const input = mapExample({ sizes: [6, 5, 4], change: { communities } });
  const plan = planBoxes(input, new Float64Array(15).fill(2), { pane, sheet });
  return wishedNames(input, {
    ...plan,
    x: new Float64Array(15),
    y: new Float64Array(15),
    radius: new Float64Array(15),
    cellOf: new Int32Array(15),
  }).tops;
}

describe("wishedNames", () => {
  test("names the most engaged of each community, but of none that is cut off from the rest", () => {
    expect(namedOf([false, false, false])).toEqual([0, 6, 11]);
    expect(namedOf([true, false, false])).toEqual([6, 11]);
  });

  test("names somebody of each part of a network in pieces", () => {
    expect(namedOf([true, true, true])).toEqual([0, 6, 11]);
  });
});

describe("placeNames", () => {
  test("leaves out names for which there is no room rather than overlap", () => {
    const crowd = Array.from(
      { length: 49 },
      (_, node) => [380 + 7 * (node % 7), 280 + 7 * Math.floor(node / 7)] as const,
    );
    const names = placeAt(crowd, 3);
    expect(names.length).toBeGreaterThan(3);
    expect(names.length).toBeLessThan(49);
    for (const [index, one] of names.entries()) {
      for (const other of names.slice(0, index)) {
        expect(overlaps(one.frame, other.frame)).toBe(false);
      }
    }
  });

  test("covers no mark, and draws a line to a name that has to stand away from its own", () => {
    const crowd = Array.from({ length: 49 }, (_, node) => {
      return [380 + 9 * (node % 7), 280 + 9 * Math.floor(node / 7)] as const;
    });
    const names = placeAt(crowd, 4);
    for (const { frame } of names) {
      for (const [x, y] of crowd) {
        const across = Math.max(frame.x - x, 0, x - frame.x - frame.width);
        const down = Math.max(frame.y - y, 0, y - frame.y - frame.height);
        expect(Math.hypot(across, down)).toBeGreaterThanOrEqual(4);
      }
    }
    const led = names.filter(({ leader }) => leader !== undefined);
    expect(led.length).toBeGreaterThan(0);
    for (const { node, leader = [] } of led) {
      const [from] = leader;
      const [x, y] = crowd[node];
      expect(Math.hypot((from?.x ?? 0) - x, (from?.y ?? 0) - y)).toBeCloseTo(4);
    }
  });

  test("lays the top of a box on small marks rather than leave it out, but on no other's worth following", () => {
    const crowd = Array.from(
      { length: 40 * 30 },
      (_, node) => [10 + 20 * (node % 40), 30 + 20 * Math.floor(node / 40)] as const,
    );
    const named = (radius: number, follow: number[]): number[] =>
      placeAt(crowd, radius, { sizes: [crowd.length], change: { follow } }).map(({ node }) => node);
    expect(named(3, [620, 625])).toEqual([620]);
    expect(named(6, [620, 625])).toEqual([]);
    expect(named(3, [620, ...crowd.keys()])).toEqual([]);
  });

  test("covers no mark of somebody who is named", () => {
    const names = placeAt(
      [
        [400, 300],
        [425, 300],
        [450, 300],
      ],
      6,
    );
    for (const { frame } of names) {
      for (const { node } of names) {
        const x = [400, 425, 450][node];
        expect(overlaps(frame, { x: x - 6, y: 294, width: 12, height: 12 })).toBe(false);
      }
    }
  });

  test("keeps names inside of their box, beside, above or below the mark", () => {
    const names = placeAt(
      [
        [10, 32],
        [790, 32],
        [10, 590],
        [790, 590],
      ],
      4,
    );
    expect(names).toHaveLength(4);
    for (const { frame } of names) {
      expect(frame.x).toBeGreaterThanOrEqual(6);
      expect(frame.x + frame.width).toBeLessThanOrEqual(794);
      expect(frame.y + frame.height).toBeLessThanOrEqual(594);
    }
  });

  test("wishes for the most engaged person of a box who may be named", () => {
    const input = mapExample({
      sizes: [5],
      // Person 0 is engaged most, and has not agreed to be named; person 3 is next.
      ties: [
        [1, 0],
        [2, 0],
        [4, 0],
        [1, 3],
        [2, 3],
        [0, 1],
      ],
      person: (node) => ({ isWithheld: node === 0 }),
    });
    const radius = new Float64Array(5).fill(4);
    const plan = planBoxes(input, radius, { pane, sheet });
    const places = { x: new Float64Array(5), y: new Float64Array(5), cellOf: new Int32Array(5) };
    expect(wishedNames(input, { ...plan, ...places, radius }).tops).toEqual([3]);
  });

  test("names the best of a box in bold, though others come before them in the box", () => {
    const names = placeAt(
      [
        [100, 100],
        [400, 300],
        [600, 500],
      ],
      4,
      {
        sizes: [3],
        change: { follow: [2, 0] },
      },
    );
    expect(names.map(({ node, isBold }) => [node, isBold])).toEqual([
      [2, true],
      [0, false],
    ]);
  });
});
