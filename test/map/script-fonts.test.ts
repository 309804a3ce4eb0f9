import { describe, expect, test } from "vitest";
import { drawText } from "../../src/map/drawing/draw-text.js";
import { renderPng } from "../../src/map/drawing/png.js";
import { readFontsFor } from "../../src/map/drawing/script-fonts.js";
import { parseSvg } from "./parse-svg.js";

const place = { x: 10, baseline: 20, fontSize: 20 };
const scripts: Record<string, string> = {
  Japanese: "医学教育のことば",
  Chinese: "醫學教育 医学教育",
  Korean: "의학교육",
  Thai: "แพทยศึกษา",
  Devanagari: "चिकित्सा शिक्षा",
  Bengali: "চিকিৎসা শিক্ষা",
  Tamil: "மருத்துவக் கல்வி",
  Telugu: "వైద్య విద్య",
  Kannada: "ವೈದ್ಯಕೀಯ ಶಿಕ್ಷಣ",
  Malayalam: "മെഡിക്കൽ വിദ്യാഭ്യാസം",
  Gujarati: "તબીબી શિક્ષણ",
  Gurmukhi: "ਡਾਕਟਰੀ ਸਿੱਖਿਆ",
  Sinhala: "වෛද්‍ය අධ්‍යාපනය",
  Burmese: "ဆေးပညာ",
  Khmer: "វេជ្ជសាស្ត្រ",
  Amharic: "ሕክምና",
};

describe("readFontsFor", () => {
  test.each(Object.entries(scripts))("finds letters for %s", async (_, text) => {
    for (const font of Object.values(await readFontsFor([`#${text}`]))) {
      expect(font.canDraw(`#${text}`)).toBe(true);
      expect(font.width(text, 20)).toBeGreaterThan(20);
    }
  });

  test("reads nothing more for what the fonts that ship have", async () => {
    const { regular } = await readFontsFor(["Ада Ελένη مريم שלום 👩🏽‍🔬"]);
    expect(regular.canDraw("医")).toBe(false);
    expect(regular.pieces("Ада مريم")).toEqual([
      { text: "Ада مريم", width: expect.any(Number), outline: undefined },
    ]);
  });

  test("joins letters as their script does", async () => {
    const { regular } = await readFontsFor([scripts.Devanagari]);
    const width = (text: string) => regular.width(text, 1000);
    // One sign for two letters and the mark that joins them.
    expect(width("क्ष")).toBeLessThan(width("क") + width("ष"));
    // A vowel that is written before its letter, and stands behind it in the text.
    const [first, second] = [...(regular.pieces("कि")[0].outline ?? [])];
    expect(first.values[0]).toBeLessThan(0.3);
    expect(second).toBeDefined();
  });

  test("has Japanese forms where a text has kana, and Chinese ones elsewhere", async () => {
    const outlineOf = async (texts: string[]) =>
      (await readFontsFor(texts)).regular.pieces("直")[0].outline;
    expect(await outlineOf(["直", "かな"])).not.toEqual(await outlineOf(["直"]));
  });
});

describe("drawText", () => {
  test("draws a line of several scripts in pieces, one behind the other", async () => {
    const { regular: font } = await readFontsFor(["医学"]);
    const line = "#医学 مريم";
    const elements = parseSvg(drawText(line, place, { font }));
    expect(elements.map(({ name }) => name)).toEqual(["g", "text", "path", "path", "text"]);
    expect(elements[0].attributes["aria-label"]).toBe(line);
    expect(elements[1].text + elements[4].text).toBe("# مريم");
    const [hash, , , rest] = elements.slice(1).map(({ attributes }) => Number(attributes.x));
    expect(rest - hash).toBeCloseTo(font.width("#医学", 20), 1);
  });

  test("draws what a name in two scripts holds, and no box", async () => {
    const { regular: font } = await readFontsFor(Object.values(scripts));
    const draw = async (text: string): Promise<number> => {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="40">${drawText(text, place, { font })}</svg>`;
      return (await renderPng(Buffer.from(svg), 1)).length;
    };
    const empty = await draw("");
    for (const text of Object.values(scripts))
      expect(await draw(text)).toBeGreaterThan(empty + 200);
  });
});
