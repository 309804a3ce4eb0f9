import type { MapInput } from "../map-input.js";
import { type CaptionFacts, captionText } from "./caption.js";
import { drawText } from "./draw-text.js";
import { wrapText } from "./fit-text.js";
import type { Font } from "./font.js";
import {
  drawLegend,
  type LegendLook,
  type LegendRows,
  layOutLegend,
  legendEntries,
} from "./legend.js";
import type { Sheet } from "./sheet.js";

/** Legend and caption, set to a width. */
export interface Foot {
  readonly font: Font;
  readonly fontSize: number;
  readonly lineHeight: number;
  readonly legend: LegendRows;
  readonly caption: readonly string[];
  readonly height: number;
}

const margin = 9;

/** Sets what stands under a map. */
export function setFoot(
  input: MapInput,
  facts: { readonly look: LegendLook; readonly caption: CaptionFacts },
  size: { readonly font: Font; readonly width: number; readonly sheet: Sheet },
): Foot {
  const { font, width, sheet } = size;
  const { fontSize, height: lineHeight, hasCaption } = sheet.foot;
  const text = captionText(input, facts.caption);
  const caption = hasCaption ? wrapText(text, font, { font: fontSize, width }) : [];
  const legend = layOutLegend(legendEntries(input, facts.look), { font, fontSize, width });
  const height = legend.rows.length * legend.rowHeight + caption.length * lineHeight + 3 * margin;
  return { font, fontSize, lineHeight, legend, caption, height };
}

/** Draws a foot from its left top corner; SVG. */
export function* drawFoot(
  { font, fontSize, lineHeight, legend, caption }: Foot,
  left: number,
  top: number,
): Generator<string> {
  yield* drawLegend(legend, { x: left, y: top + margin }, font);
  const captionTop = top + legend.rows.length * legend.rowHeight + 2 * margin;
  for (const [index, line] of caption.entries()) {
    const place = { x: left, baseline: captionTop + lineHeight * (index + 0.75), fontSize };
    yield drawText(line, place, { font, color: "#444444", isPlain: true });
  }
}
