import { describe, expect, test } from "vitest";
import { scaleMarks } from "../../src/map/drawing/mark-size.js";

describe("scaleMarks", () => {
  test("runs over the values within one standard deviation of the mean and clips the rest", () => {
    // Mean 26, standard deviation 37.7: everything up to 63.7 is on the scale.
    const { radius, low, high, isClippedAbove, isClippedBelow } = scaleMarks(
      Float64Array.of(0, 0, 10, 20, 100),
    );
    expect([low, high]).toEqual([0, 20]);
    expect([isClippedBelow, isClippedAbove]).toEqual([false, true]);
    expect([...radius]).toEqual([
      1.5,
      1.5,
      expect.closeTo(Math.sqrt((1.5 ** 2 + 100) / 2)),
      10,
      10,
    ]);
  });

  test("clips at the lower end too", () => {
    const { radius, low, isClippedBelow } = scaleMarks(Float64Array.of(0, 90, 95, 100, 100));
    expect(low).toBe(90);
    expect(isClippedBelow).toBe(true);
    expect(radius[0]).toBe(1.5);
  });

  test("runs over all values where all the usual ones are equal", () => {
    const { radius, low, high } = scaleMarks(Float64Array.of(0, 0, 0, 0, 0, 0, 9));
    expect([low, high]).toEqual([0, 9]);
    expect([radius[0], radius[6]]).toEqual([1.5, 10]);
  });

  test("shows whoever is unknown as the smallest mark and counts them for nothing", () => {
    const known = scaleMarks(Float64Array.of(1, 2, 3, 4));
    const withUnknown = scaleMarks(Float64Array.of(1, 2, Number.NaN, 3, 4));
    expect(withUnknown.radius[2]).toBe(1.5);
    expect(withUnknown.radius.filter((_, index) => index !== 2)).toEqual(known.radius);
  });

  test("gives equal values equal marks of middle size", () => {
    expect([...scaleMarks(Float64Array.of(7, 7, 7)).radius]).toEqual([5.75, 5.75, 5.75]);
    expect([...scaleMarks(Float64Array.of(0.1, 0.1, 0.1)).radius]).toEqual([5.75, 5.75, 5.75]);
  });

  test("takes nobody, and nobody known", () => {
    expect(scaleMarks(new Float64Array(0)).radius).toHaveLength(0);
    expect([...scaleMarks(Float64Array.of(Number.NaN)).radius]).toEqual([1.5]);
  });
});
