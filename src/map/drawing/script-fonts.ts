import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Face } from "harfbuzzjs";
import { type Fonts, lackingCharacters, readFonts, type ScriptFont } from "./font.js";
import { readShippedFonts } from "./shipped-fonts.js";

/** Packages of fonts by script, each cut into files of some hundred characters. */
const han = ["sc", "jp"];
const others = [
  ...["kr", "thai", "devanagari", "bengali", "tamil", "telugu", "kannada", "malayalam"],
  ...["gujarati", "gurmukhi", "sinhala", "myanmar", "khmer", "ethiopic"],
];
/** Where a text has these, its Chinese characters have their Japanese forms. */
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Beside the fonts that ship, which are rather dark. */
const weights = { regular: 500, bold: 750 };

/**
 * The fonts that ship, and those files of further ones that hold what they lack of `texts`. Reads
 * nothing more where they lack nothing.
 */
export async function readFontsFor(texts: Iterable<string>): Promise<Fonts> {
  const { regular } = readShippedFonts();
  const lacking = new Set<string>();
  for (const text of texts) {
    for (const character of lackingCharacters(text, regular)) lacking.add(character);
  }
  if (lacking.size === 0) return readFonts();
  const isJapanese = [...lacking].some((character) => kana.test(character));
  const faces: Face[] = [];
  for (const script of [...(isJapanese ? han.toReversed() : han), ...others]) {
    for (const file of filesWith(script, lacking)) {
      const { face, characters } = await readFace(file);
      if (![...lacking].some((character) => characters.has(character))) continue;
      faces.push(face);
      for (const character of characters) lacking.delete(character);
    }
  }
  const fonts = (weight: number) => Promise.all(faces.map((face) => scriptFont(face, weight)));
  return readFonts({ regular: await fonts(weights.regular), bold: await fonts(weights.bold) });
}

/** The files of a script's package that are said to have one of some characters. */
function filesWith(script: string, characters: ReadonlySet<string>): string[] {
  const name = `noto-sans-${script}`;
  const require = createRequire(import.meta.url);
  const ranges = require.resolve(`@fontsource-variable/${name}/unicode.json`);
  const rangesOf: Record<string, string> = JSON.parse(readFileSync(ranges, "utf8"));
  return Object.entries(rangesOf)
    .filter(([, text]) => {
      const isInside = insideOf(text);
      return [...characters].some((character) => isInside(character.codePointAt(0) ?? 0));
    })
    .map(([part]) =>
      join(dirname(ranges), "files", `${name}-${part.replace(/[[\]]/gu, "")}-wght-normal.woff2`),
    );
}

/** Ranges as CSS has them, such as "U+0e01-0e3a,U+25cc". */
function insideOf(ranges: string): (codePoint: number) => boolean {
  const bounds = ranges.split(",").map((range) => {
    const [first, last = first] = range.replace("U+", "").split("-");
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
  });
  return (codePoint) => bounds.some(([first, last]) => codePoint >= first && codePoint <= last);
}

async function readFace(file: string) {
  // WebAssembly, which only those who meet another script should have to load.
  const { Blob, Face } = await import("harfbuzzjs");
  const { decompress } = await import("wawoff2");
  const face = new Face(new Blob(await decompress(readFileSync(file))));
  const characters = new Set(
    Array.from(face.collectUnicodes(), (codePoint) => String.fromCodePoint(codePoint)),
  );
  return { face, characters };
}

async function scriptFont(face: Face, weight: number): Promise<ScriptFont> {
  const { Buffer, Font, shape, Variation } = await import("harfbuzzjs");
  const font = new Font(face);
  font.setVariations([new Variation("wght", weight)]);
  const codePoints = new Set(face.collectUnicodes());
  const em = face.upem;
  return {
    has: (character) => codePoints.has(character.codePointAt(0) ?? 0),
    shape(text) {
      const buffer = new Buffer();
      buffer.addText(text);
      buffer.guessSegmentProperties();
      shape(font, buffer);
      let pen = 0;
      const outline = buffer.getGlyphInfosAndPositions().flatMap((glyph) => {
        const { codepoint: id, xAdvance = 0, xOffset = 0, yOffset = 0 } = glyph;
        const offsets = [pen + xOffset, yOffset];
        pen += xAdvance;
        return font.glyphToJson(id).map(({ type, values }) => ({
          type,
          values: values.map((value, at) => (value + offsets[at % 2]) / em),
        }));
      });
      return { width: pen / em, outline };
    },
  };
}
