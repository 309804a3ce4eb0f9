import { describe, expect, test } from "vitest";
import { rampColor } from "../../src/map/look/palette.js";
import { hues } from "../../src/model/hues.js";

type Color = readonly [number, number, number];

/** Light of the three primaries, 0 to 1. */
function linear(hex: string): Color {
  const channel = (from: number): number => {
    const value = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

function lab([red, green, blue]: Color): Color {
  const bend = (value: number): number =>
    value > (6 / 29) ** 3 ? Math.cbrt(value) : value / (3 * (6 / 29) ** 2) + 4 / 29;
  const x = bend((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047);
  const y = bend(0.2126729 * red + 0.7151522 * green + 0.072175 * blue);
  const z = bend((0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** Viénot, Brettel and Mollon (1999), Digital video colourmaps for checking by dichromats. */
const sights: Readonly<Record<string, (color: Color) => Color>> = {
  normal: (color) => color,
  protanope: ([r, g, b]) => [
    0.11238 * r + 0.88762 * g,
    0.11238 * r + 0.88762 * g,
    0.00401 * r - 0.00401 * g + b,
  ],
  deuteranope: ([r, g, b]) => [
    0.29275 * r + 0.70725 * g,
    0.29275 * r + 0.70725 * g,
    -0.02234 * r + 0.02234 * g + b,
  ],
};

describe("the palette", () => {
  test.each(Object.keys(sights))("has twelve hues that differ to %s sight", (sight) => {
    expect(new Set(hues).size).toBe(12);
    const seen = hues.map((hue) => lab(sights[sight](linear(hue))));
    for (const [index, one] of seen.entries()) {
      for (const other of seen.slice(0, index)) {
        expect(Math.hypot(...one.map((value, axis) => value - other[axis]))).toBeGreaterThan(28);
      }
    }
  });

  test("has a ramp that grows darker all the way, for grey print", () => {
    const lightness = Array.from({ length: 21 }, (_, step) => lab(linear(rampColor(step / 20)))[0]);
    for (const [step, value] of lightness.entries()) {
      if (step > 0) expect(value).toBeLessThan(lightness[step - 1]);
    }
  });
});
