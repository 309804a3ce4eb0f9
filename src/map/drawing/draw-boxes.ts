import type { BoxPlan } from "../layout/group-in-a-box.js";
import type { MapCommunity, MapInput } from "../map-input.js";
import { boxLabel, isCutOff } from "./box-label.js";
import { coordinate } from "./coordinate.js";
import { drawText } from "./draw-text.js";
import type { Fonts } from "./font.js";
import type { Sheet } from "./sheet.js";

/** The outlines of boxes, dashed around a community that is cut off; SVG rectangles. */
export function* drawFrames(
  communities: readonly MapCommunity[],
  { boxes }: BoxPlan,
): Generator<string> {
  yield '<g fill="none" stroke="#c9cdd3">\n';
  for (const { frame, group } of boxes) {
    const dashes = isCutOff(group, communities) ? ' stroke="#555555" stroke-dasharray="6 4"' : "";
    yield `<rect x="${coordinate(frame.x)}" y="${coordinate(frame.y)}" width="${coordinate(frame.width)}" height="${coordinate(frame.height)}"${dashes}/>\n`;
  }
  yield "</g>\n";
}

/** What stands at the top of each box; SVG texts. */
export function* drawBoxLabels(
  input: MapInput,
  { boxes }: BoxPlan,
  { fonts, sheet }: { readonly fonts: Fonts; readonly sheet: Sheet },
): Generator<string> {
  for (const box of boxes) {
    const label = boxLabel(box, input, { fonts, sheet });
    if (label === undefined) continue;
    const { name, detail, fontSize, detailOffset } = label;
    const { x, y } = box.labelPane;
    const baseline = y + fontSize * 0.9;
    yield drawText(name, { x, baseline, fontSize }, { font: fonts.bold });
    if (detail !== "") {
      const look = { font: fonts.regular, color: "#444444" };
      yield drawText(detail, { x: x + detailOffset, baseline, fontSize }, look);
    }
  }
}
