import { counted } from "../../text/counted.js";
import type { MapInput } from "../map-input.js";
import { drawText } from "./draw-text.js";
import { fitText } from "./fit-text.js";
import type { Font, Fonts } from "./font.js";
import type { Sheet } from "./sheet.js";

/** The title of the map, and its size and period below; SVG texts. */
export function* drawHead(
  { words, people, ties, communities }: MapInput,
  fonts: Fonts,
  sheet: Sheet,
): Generator<string> {
  const width = sheet.width - 2 * sheet.side;
  const fontSize = titleSize(words.title, fonts.bold, { width, sheet });
  const title = fitText(words.title, fonts.bold, { font: fontSize, width });
  yield drawText(
    title,
    { x: sheet.side, baseline: sheet.title.baseline, fontSize },
    { font: fonts.bold, isPlain: true },
  );
  const counts = [
    counted(people.length, ...words.noun),
    counted(ties.count, "tie", "ties"),
    counted(communities.length, "community", "communities"),
    ...(words.period === "" ? [] : [words.period]),
  ];
  const place = { x: sheet.side, ...sheet.counts };
  yield drawText(counts.join("  ·  "), place, {
    font: fonts.regular,
    color: "#444444",
    isPlain: true,
  });
}

/** Smaller letters where a title is long, but none smaller than those below it. */
function titleSize(
  title: string,
  font: Font,
  { width, sheet }: { readonly width: number; readonly sheet: Sheet },
): number {
  const largest = sheet.title.fontSize;
  const fitting = (largest * width) / Math.max(width, font.width(title, largest));
  return Math.max(sheet.counts.fontSize, Math.floor(fitting * 10) / 10);
}
