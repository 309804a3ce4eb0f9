import { readShippedFonts, type ShippedFont } from "./shipped-fonts.js";

/** What has to be known of a font to lay out a line of text, and to draw it. */
export interface Font {
  readonly isBold: boolean;
  /** Whether it has a glyph for every character. */
  canDraw(text: string): boolean;
  /** Of one line, in the unit of `fontSize`; kerning and ligatures of the fonts that ship are not counted. */
  width(text: string, fontSize: number): number;
  /** The line in stretches that one font draws each, from the left. */
  pieces(text: string): readonly TextPiece[];
}

export interface Fonts {
  readonly regular: Font;
  readonly bold: Font;
}

/** A stretch of a line. */
interface TextPiece {
  readonly text: string;
  /** In ems. */
  readonly width: number;
  /** Of a script that the fonts that ship do not have. */
  readonly outline: readonly OutlineStep[] | undefined;
}

/** A command of an SVG path (M, L, Q, C or Z) with x and y in turn, in ems, y upwards. */
export interface OutlineStep {
  readonly type: string;
  readonly values: readonly number[];
}

/** A font for a script that those that ship do not have; it joins and orders letters as the script does. */
export interface ScriptFont {
  has(character: string): boolean;
  shape(text: string): { readonly width: number; readonly outline: readonly OutlineStep[] };
}

interface ScriptFonts {
  readonly regular: readonly ScriptFont[];
  readonly bold: readonly ScriptFont[];
}

/** Joiners and variation selectors: they change the glyphs beside them and have none themselves. */
const invisible = /\u200c|\u200d|[\ufe00-\ufe0f]/u;

/** The fonts that ship, and behind them others for what they lack. */
export function readFonts(scripts: ScriptFonts = { regular: [], bold: [] }): Fonts {
  const { regular, bold } = readShippedFonts();
  return {
    regular: fontOf(regular, scripts.regular, false),
    bold: fontOf(bold, scripts.bold, true),
  };
}

/** The characters of a text that a shipped font has no glyph for. */
export function lackingCharacters(text: string, font: ShippedFont): string[] {
  return [...text.normalize("NFC")].filter(
    (character) => !invisible.test(character) && !font.has(character),
  );
}

function fontOf(shipped: ShippedFont, scripts: readonly ScriptFont[], isBold: boolean): Font {
  const pieces = (text: string): TextPiece[] =>
    stretchesOf(text, shipped, scripts).map(({ text: stretch, script }) =>
      script === undefined
        ? { text: stretch, width: shippedWidth(stretch, shipped), outline: undefined }
        : { text: stretch, ...script.shape(stretch) },
    );
  return {
    isBold,
    canDraw: (text) =>
      lackingCharacters(text, shipped).every((character) =>
        scripts.some((script) => script.has(character)),
      ),
    width: (text, fontSize) => pieces(text).reduce((sum, { width }) => sum + width, 0) * fontSize,
    pieces,
  };
}

function shippedWidth(text: string, shipped: ShippedFont): number {
  return Array.from(text).reduce(
    (sum, character) => sum + (invisible.test(character) ? 0 : shipped.width(character)),
    0,
  );
}

interface Stretch {
  text: string;
  /** `undefined` for the font that ships. */
  readonly script: ScriptFont | undefined;
}

function stretchesOf(
  text: string,
  shipped: ShippedFont,
  scripts: readonly ScriptFont[],
): Stretch[] {
  const stretches: Stretch[] = [];
  for (const character of text.normalize("NFC")) {
    const last = stretches.at(-1);
    const isJoined = invisible.test(character) || /\p{M}/u.test(character);
    const script =
      isJoined && last !== undefined && canJoin(character, last.script)
        ? last.script
        : shipped.has(character)
          ? undefined
          : scripts.find((font) => font.has(character));
    if (last !== undefined && last.script === script) last.text += character;
    else stretches.push({ text: character, script });
  }
  return stretches;
}

/** Marks and joiners stay with the letter before them, where its font has them. */
function canJoin(character: string, script: ScriptFont | undefined): boolean {
  return invisible.test(character) || script?.has(character) === true;
}
