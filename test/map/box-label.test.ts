import { describe, expect, test } from "vitest";
import { boxLabel } from "../../src/map/drawing/box-label.js";
import { readFonts } from "../../src/map/drawing/font.js";
import { printedSheet } from "../../src/map/drawing/sheet.js";
import type { MapBox } from "../../src/map/layout/group-in-a-box.js";

const fonts = readFonts();
const communities = [{ name: "G1", label: "#anatomy #physiology", isCutOff: false }];

/** What stands at the top of a box of 40 people that is so wide. */
function labelOf(width: number) {
  const frame = { x: 0, y: 0, width, height: 100 };
  const box: MapBox = {
    frame,
    pane: { ...frame, y: 20, height: 80 },
    labelPane: { ...frame, height: 20 },
    group: { kind: "community", communities: [0], size: 40, parts: [] },
  };
  return boxLabel(
    box,
    { communities, words: { noun: ["person", "people"] } },
    { fonts, sheet: printedSheet },
  );
}

describe("the title of a box", () => {
  test("says of its people as much as there is room for", () => {
    expect(labelOf(400)).toMatchObject({ name: "G1", detail: "40 · #anatomy #physiology" });
    expect(labelOf(140)).toMatchObject({ name: "G1", detail: "40 · #anatomy" });
    expect(labelOf(60)).toMatchObject({ name: "G1", detail: "40" });
  });

  test("is left out where not even the number of the community has room", () => {
    expect(labelOf(25)).toMatchObject({ name: "G1", detail: "" });
    expect(labelOf(10)).toBeUndefined();
  });
});
