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
import type { MapInput } from "./map-input.js";

/** Legend and caption, set to a width. */
export interface Foot {
  readonly legend: LegendRows;
  readonly caption: readonly string[];
  readonly height: number;
}

const fontSize = 13.5;
const lineHeight = 18.5;
const margin = 9;

/** Sets what stands under a map. */
export function setFoot(
  input: MapInput,
  facts: { readonly look: LegendLook; readonly caption: CaptionFacts },
  size: { readonly font: Font; readonly width: number },
): Foot {
  const text = captionText(input, facts.caption);
  const caption = wrapText(text, size.font, { font: fontSize, width: size.width });
  const legend = layOutLegend(legendEntries(input, facts.look), size.font, size.width);
  const height = legend.rows.length * legend.rowHeight + caption.length * lineHeight + 3 * margin;
  return { legend, caption, height };
}

/** Draws a foot from its left top corner; SVG. */
export function* drawFoot({ legend, caption }: Foot, left: number, top: number): Generator<string> {
  yield* drawLegend(legend, left, top + margin);
  const captionTop = top + legend.rows.length * legend.rowHeight + 2 * margin;
  for (const [index, line] of caption.entries()) {
    const place = { x: left, baseline: captionTop + lineHeight * (index + 0.75), fontSize };
    yield drawText(line, place, { color: "#444444", isPlain: true });
  }
}
