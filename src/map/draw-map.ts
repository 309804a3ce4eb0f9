import type { MapLayout } from "../model/map-layout.js";
import { utf8Batches } from "../model/utf8-batches.js";
import { xmlText } from "../model/xml-text.js";
import { titledBox } from "./box-label.js";
import { coordinate } from "./coordinate.js";
import { drawBoxLabels, drawFrames } from "./draw-boxes.js";
import { drawHead } from "./draw-head.js";
import { drawMarks, drawRings } from "./draw-marks.js";
import { drawText } from "./draw-text.js";
import { drawCurves, drawLines, tieDisplay, tiesBetweenBoxes } from "./draw-ties.js";
import { type Font, readFonts } from "./font.js";
import { drawFoot, type Foot, setFoot } from "./foot.js";
import { type BoxPlan, layOutBoxes, planBoxes } from "./group-in-a-box.js";
import { type NameLabel, placeNames, wishedNames } from "./labels.js";
import { sizeKeys } from "./legend.js";
import { outlineColors } from "./look/paper.js";
import type { MapInput, NumberColumn } from "./map-input.js";
import { colorMarks } from "./mark-color.js";
import { scaleMarks } from "./mark-size.js";

export interface MapPicture {
  readonly layout: MapLayout;
  /** A whole SVG document, in UTF-8: of a large network the text would take several times as much. */
  readonly svg: Buffer;
}

const width = 1600;
const height = 1200;
const side = 24;
const headHeight = 78;
const textWidth = width - 2 * side;

/**
 * The map of a network: communities in boxes, or the network in one, with a title, a legend and a
 * caption, 1,600 units wide and 1,200 high. The same input gives the same bytes. `onShare` is told how
 * much of the layout, which takes longest, is done, up to 1.
 */
export function drawMap(asked: MapInput, onShare: (share: number) => void = () => {}): MapPicture {
  const fonts = readFonts();
  const input = withDrawableLabels(asked, fonts.regular);
  const column = sizeColumnOf(input);
  const sizes = scaleMarks(column.values);
  const colors = colorMarks(input);
  const display = tieDisplay(input);
  const sizeKnown = countKnown(input.size.values);
  const foot = (plan: BoxPlan): Foot => {
    const { magnification } = plan;
    const look = { display, colors, sizes, sizeColumn: column, magnification };
    const caption = { plan, display, sizeColumn: column.name, sizeKnown };
    return setFoot(input, { look, caption }, { font: fonts.regular, width: textWidth });
  };
  // The foot's height decides about the boxes of which it speaks: it is set for a pane without a
  // foot first.
  const whole = { x: side, y: headHeight, width: textWidth, height: height - headHeight };
  const footHeight = foot(planBoxes(input, sizes.radius, whole)).height;
  const pane = { ...whole, height: whole.height - footHeight };
  const plan = planBoxes(input, sizes.radius, pane);
  const marks = layOutBoxes(input, sizes.radius, plan, onShare);
  const pieces = function* (): Generator<string> {
    yield* drawHead(input, fonts, pane);
    if (display === "combine") yield* drawCurves(tiesBetweenBoxes(input, plan), plan, pane);
    if (display === "show") yield* drawLines(input, marks, "between");
    yield* drawFrames(input.communities, plan);
    yield* drawLines(input, marks, "inside");
    yield* drawMarks(input, marks, colors);
    yield* drawRings(input, marks);
    yield* drawBoxLabels(input.communities, plan, fonts);
    yield* drawNames(placeNames(input, marks, fonts));
    yield* drawFoot(foot(plan), side, height - footHeight);
  };
  const { x, y, radius, magnification } = marks;
  const { color, shape, keys: colorKeys } = colors;
  const svg = Buffer.concat([...utf8Batches(documentOf(input, pieces()))]);
  const layout: MapLayout = {
    ...{ width, height, x, y, radius, color, shape },
    // A browser has fonts for what the picture's own cannot draw.
    boxes: plan.boxes.map((box) => titledBox(box, asked.communities)),
    ties: display,
    names: wishedNames(input, marks),
    sizeKeys: sizeKeys({ display, colors, sizes, sizeColumn: column, magnification }),
    colorKeys: input.color === undefined ? [] : colorKeys,
  };
  return { layout, svg };
}

function* documentOf({ words, people }: MapInput, picture: Iterable<string>): Generator<string> {
  const description = `${people.length} people and who replies to, mentions, reposts and quotes whom`;
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="DejaVu Sans, Verdana, sans-serif" role="img">\n`;
  yield `<title>${xmlText(`Map of ${words.title}`)}</title>\n`;
  yield `<desc>${xmlText(description)}</desc>\n`;
  yield `<rect width="${width}" height="${height}" fill="#ffffff"/>\n`;
  yield* picture;
  yield "</svg>\n";
}

/** Without the words of communities' labels that the font has no glyphs for. */
function withDrawableLabels(input: MapInput, font: Font): MapInput {
  const communities = input.communities.map((community) => ({
    ...community,
    label: community.label
      .split(" ")
      .filter((word) => font.canDraw(word))
      .join(" "),
  }));
  return { ...input, communities };
}

/** The column that was asked for, unless it is known of less than half of the people. */
function sizeColumnOf({ size, people, inDegree }: MapInput): NumberColumn {
  return 2 * countKnown(size.values) >= people.length
    ? size
    : { name: "in_degree", values: inDegree, isTime: false };
}

function countKnown(values: Float64Array): number {
  return values.reduce((count, value) => count + (Number.isNaN(value) ? 0 : 1), 0);
}

function* drawNames(names: readonly NameLabel[]): Generator<string> {
  for (const { leader } of names) {
    if (leader === undefined) continue;
    const [x1, y1, x2, y2] = leader.flatMap(({ x, y }) => [x, y]).map(coordinate);
    yield `<path d="M${x1} ${y1}L${x2} ${y2}" fill="none" stroke="${outlineColors.light}" stroke-width="0.8"/>\n`;
  }
  for (const { text, frame, fontSize, isBold } of names) {
    const place = { x: frame.x, baseline: frame.y + fontSize * 0.93, fontSize };
    yield drawText(text, place, { isBold });
  }
}
