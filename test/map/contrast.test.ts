import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  frameColors,
  outlineColors,
  outlineOpacity,
  type Paper,
  papers,
  ringColors,
} from "../../src/map/look/paper.js";
import { curveColors, tieColors } from "../../src/map/look/tie-style.js";

/** Red, green and blue, 0 to 255. */
function channelsOf(color: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
}

/** Relative luminance as WCAG 2 has it. */
function luminanceOf(channels: readonly number[]): number {
  const [red, green, blue] = channels
    .map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(color: string, paper: string, opacity = 1): number {
  const below = channelsOf(paper);
  const seen = channelsOf(color).map((value, at) => value * opacity + below[at] * (1 - opacity));
  const [dark, light] = [luminanceOf(seen), luminanceOf(below)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** The colours of the style sheet for a paper, by name. */
function styleColors(paper: Paper): Map<string, string> {
  const sheet = readFileSync("src/page/page.css", "utf8");
  const [light, dark] = sheet.split("@media (prefers-color-scheme: dark)");
  const part = paper === "light" ? light : dark.slice(0, dark.indexOf("\n}\n"));
  return new Map(
    [...part.matchAll(/--([\w-]+): (#[\da-f]{6});/gu)].map(([, name, color]) => [name, color]),
  );
}

describe.each(["light", "dark"] as const)("on %s paper", (paper) => {
  const ground = papers[paper];

  test("the map's paper is that of the page", () => {
    expect(styleColors(paper).get("paper")).toBe(ground);
  });

  test("everything that the map says in lines stands out by 3 to 1", () => {
    for (const color of [
      ...Object.values(tieColors[paper]),
      curveColors[paper],
      frameColors[paper],
      ringColors[paper],
    ]) {
      expect(contrast(color, ground), color).toBeGreaterThanOrEqual(3);
    }
    expect(contrast(outlineColors[paper], ground, outlineOpacity)).toBeGreaterThanOrEqual(3);
  });

  test("text stands out by 4.5 to 1, on bands too, and signs by 3 to 1", () => {
    const colors = styleColors(paper);
    for (const name of ["ink", "soft", "link"]) {
      for (const below of [ground, colors.get("band") ?? ""]) {
        expect(contrast(colors.get(name) ?? "", below), name).toBeGreaterThanOrEqual(4.5);
      }
    }
    for (const name of ["one", "two", "three"]) {
      expect(contrast(colors.get(name) ?? "", ground), name).toBeGreaterThanOrEqual(3);
    }
  });
});
