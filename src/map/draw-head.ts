import type { Box } from "../model/layout.js";
import { drawText } from "./draw-text.js";
import { fitText } from "./fit-text.js";
import type { Fonts } from "./font.js";
import type { MapInput } from "./map-input.js";
import { withCommas } from "./number-text.js";

/** The title of the map, and its size and period below; SVG texts. */
export function* drawHead(
  { words, people, ties, communities }: MapInput,
  fonts: Fonts,
  frame: Pick<Box, "x" | "width">,
): Generator<string> {
  const size = { font: 30, width: frame.width };
  const title = fitText(words.title, fonts.bold, size);
  yield drawText(
    title,
    { x: frame.x, baseline: 40, fontSize: 30 },
    { isBold: true, isPlain: true },
  );
  const counts = [
    `${withCommas(people.length)} ${people.length === 1 ? "person" : "people"}`,
    `${withCommas(ties.count)} ${ties.count === 1 ? "tie" : "ties"}`,
    `${withCommas(communities.length)} ${communities.length === 1 ? "community" : "communities"}`,
    ...(words.period === "" ? [] : [words.period]),
  ];
  const place = { x: frame.x, baseline: 65, fontSize: 16 };
  yield drawText(counts.join("  ·  "), place, { color: "#444444", isPlain: true });
}
