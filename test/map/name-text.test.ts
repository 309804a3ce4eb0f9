import { describe, expect, test } from "vitest";
import { readFonts } from "../../src/map/drawing/font.js";
import { nameText } from "../../src/map/look/name-text.js";

const { regular, bold } = readFonts();
const person = { label: "ada@uni.example", handle: "ada", name: undefined, isWithheld: false };

describe("the font that ships", () => {
  test("has Latin, Greek, Cyrillic, Arabic and Hebrew, and without others neither Japanese nor Devanagari", () => {
    for (const font of [regular, bold]) {
      expect(font.canDraw("Zoë Łukasiewicz Ελένη Олена سمير")).toBe(true);
      expect(font.canDraw("春香")).toBe(false);
      expect(font.canDraw("हिन्दी")).toBe(false);
    }
    expect(regular.canDraw("שלום")).toBe(true);
  });

  test("knows how wide a line is", () => {
    // Units of 2048 to the em: H is 1540 wide, i 569.
    expect(regular.width("Hi", 2048)).toBe(1540 + 569);
    expect(regular.width("", 20)).toBe(0);
  });
});

describe("nameText", () => {
  test("is the name where the font can draw it", () => {
    expect(nameText({ ...person, name: "Олена Зорєвська" }, bold)).toBe("Олена Зорєвська");
  });

  test("is the handle where it cannot", () => {
    expect(nameText({ ...person, name: "春香" }, bold)).toBe("@ada");
    expect(nameText({ ...person, name: "Ada 春香" }, bold)).toBe("@ada");
  });

  test("leaves pictures out of a name before it gives the name up", () => {
    expect(nameText({ ...person, name: "Ada 👩🏽‍🔬🇵🇱 Lovelace :verified:" }, bold)).toBe(
      "Ada Lovelace",
    );
    expect(nameText({ ...person, name: "🫠🫠" }, bold)).toBe("@ada");
  });

  test("is the address where there is no handle, and nothing where that cannot be drawn", () => {
    expect(nameText({ ...person, handle: undefined }, bold)).toBe("ada@uni.example");
    expect(nameText({ ...person, handle: undefined, label: "春香" }, bold)).toBeUndefined();
  });

  test("is nothing for whoever opted out, whatever is known of them", () => {
    expect(nameText({ ...person, name: "Ada", isWithheld: true }, bold)).toBeUndefined();
  });
});
