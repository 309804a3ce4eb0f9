import { xmlText } from "../model/xml-text.js";
import { coordinate } from "./coordinate.js";

/** A line of text with a light halo, so that it reads on lines and marks. */
export function drawText(
  text: string,
  place: { readonly x: number; readonly baseline: number; readonly fontSize: number },
  look: { readonly color?: string; readonly isBold?: boolean; readonly isPlain?: boolean } = {},
): string {
  const { color = "#1a1a1a", isBold = false, isPlain = false } = look;
  const weight = isBold ? ' font-weight="bold"' : "";
  const halo = isPlain
    ? ""
    : ' stroke="#ffffff" stroke-opacity="0.85" stroke-width="3" stroke-linejoin="round" paint-order="stroke"';
  return `<text x="${coordinate(place.x)}" y="${coordinate(place.baseline)}" font-size="${coordinate(place.fontSize)}"${weight} fill="${color}"${halo}>${xmlText(text)}</text>\n`;
}
