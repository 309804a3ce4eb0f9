import type { Font } from "./font.js";

/** Cut to a width, with an ellipsis; empty where not even that has room. */
export function fitText(text: string, font: Font, size: { font: number; width: number }): string {
  if (font.width(text, size.font) <= size.width) return text;
  const letters = [...text];
  for (let kept = letters.length - 1; kept > 0; kept -= 1) {
    const cut = `${letters.slice(0, kept).join("").trimEnd()}…`;
    if (font.width(cut, size.font) <= size.width) return cut;
  }
  return "";
}

/** Lines no longer than a width, broken at spaces; a word that is too long is cut. */
export function wrapText(
  text: string,
  font: Font,
  size: { font: number; width: number },
): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && font.width(longer, size.font) <= size.width) {
      lines[lines.length - 1] = longer;
    } else {
      lines.push(fitText(word, font, size));
    }
  }
  return lines;
}
