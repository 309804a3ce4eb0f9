import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A font that ships with the program. */
export interface ShippedFont {
  readonly path: string;
  has(character: string): boolean;
  /** Of one character, in ems. */
  width(character: string): number;
}

interface ShippedFonts {
  readonly regular: ShippedFont;
  readonly bold: ShippedFont;
}

const fontFolder = new URL("../../../src/map/font/", import.meta.url);
const missingGlyph = 0;

/** Reads the fonts that ship with the program, so that a picture is the same on every machine. */
export function readShippedFonts(): ShippedFonts {
  return { regular: readFont("DejaVuSans.ttf"), bold: readFont("DejaVuSans-Bold.ttf") };
}

/** The character map and the widths of a TrueType font. */
function readFont(name: string): ShippedFont {
  const path = fileURLToPath(new URL(name, fontFolder));
  const bytes = readFileSync(path);
  const tables = tableOffsets(bytes);
  const glyphOf = characterMap(bytes, tables("cmap"));
  const unitsPerEm = bytes.readUInt16BE(tables("head") + 18);
  const widthCount = bytes.readUInt16BE(tables("hhea") + 34);
  const widths = tables("hmtx");
  const advance = (glyph: number): number =>
    bytes.readUInt16BE(widths + 4 * Math.min(glyph, widthCount - 1));
  const glyph = (character: string): number =>
    glyphOf.get(character.codePointAt(0) ?? 0) ?? missingGlyph;
  return {
    path,
    has: (character) => glyph(character) !== missingGlyph,
    width: (character) => advance(glyph(character)) / unitsPerEm,
  };
}

function tableOffsets(bytes: Buffer): (tag: string) => number {
  const offsets = new Map<string, number>();
  for (let table = 0; table < bytes.readUInt16BE(4); table += 1) {
    const record = 12 + 16 * table;
    offsets.set(bytes.toString("latin1", record, record + 4), bytes.readUInt32BE(record + 8));
  }
  return (tag) => {
    const offset = offsets.get(tag);
    if (offset === undefined) throw new Error(`the font has no table ${tag}`);
    return offset;
  };
}

/** The whole Unicode range, from a subtable of format 12. */
function characterMap(bytes: Buffer, cmap: number): Map<number, number> {
  const glyphOf = new Map<number, number>();
  for (let subtable = 0; subtable < bytes.readUInt16BE(cmap + 2); subtable += 1) {
    const start = cmap + bytes.readUInt32BE(cmap + 8 + 8 * subtable);
    if (bytes.readUInt16BE(start) !== 12) continue;
    for (let group = 0; group < bytes.readUInt32BE(start + 12); group += 1) {
      const record = start + 16 + 12 * group;
      const first = bytes.readUInt32BE(record);
      const last = bytes.readUInt32BE(record + 4);
      const glyph = bytes.readUInt32BE(record + 8);
      for (let code = first; code <= last; code += 1) glyphOf.set(code, glyph + code - first);
    }
  }
  return glyphOf;
}
