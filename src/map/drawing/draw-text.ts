import { xmlText } from "../../text/xml-text.js";
import { coordinate } from "./coordinate.js";
import type { Font, OutlineStep } from "./font.js";

interface TextPlace {
  readonly x: number;
  readonly baseline: number;
  readonly fontSize: number;
}

/**
 * A line of text with a light halo, so that it reads on lines and marks. Scripts that the fonts that
 * ship do not have are drawn as outlines, which look the same wherever the picture is opened.
 */
export function drawText(
  text: string,
  place: TextPlace,
  look: { readonly font: Font; readonly color?: string; readonly isPlain?: boolean },
): string {
  const { font, color = "#1a1a1a", isPlain = false } = look;
  const weight = font.isBold ? ' font-weight="bold"' : "";
  const halo = isPlain
    ? ""
    : ' stroke="#ffffff" stroke-opacity="0.85" stroke-width="3" stroke-linejoin="round" paint-order="stroke"';
  const ink = ` fill="${color}"${halo}`;
  const size = ` font-size="${coordinate(place.fontSize)}"${weight}`;
  const pieces = font.pieces(text);
  if (pieces.every(({ outline }) => outline === undefined)) {
    return `<text ${corner(place.x, place.baseline)}${size}${ink}>${xmlText(text)}</text>\n`;
  }
  let x = place.x;
  const drawn = pieces.map(({ text: piece, width, outline }) => {
    const left = x;
    x += width * place.fontSize;
    return outline === undefined
      ? `<text ${corner(left, place.baseline)}${size} xml:space="preserve">${xmlText(piece)}</text>`
      : `<path d="${pathData(outline, { ...place, x: left })}"/>`;
  });
  return `<g role="img" aria-label="${xmlText(text)}"${ink}>${drawn.join("")}</g>\n`;
}

function corner(x: number, y: number): string {
  return `x="${coordinate(x)}" y="${coordinate(y)}"`;
}

function pathData(outline: readonly OutlineStep[], { x, baseline, fontSize }: TextPlace): string {
  return outline
    .map(({ type, values }) => {
      const numbers = values.map((value, at) =>
        coordinate(at % 2 === 0 ? x + value * fontSize : baseline - value * fontSize),
      );
      return `${type}${numbers.join(" ")}`;
    })
    .join("");
}
