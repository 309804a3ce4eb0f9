import type { MapLayout } from "../../model/map-layout.js";
import { counted } from "../../text/counted.js";
import { utf8Batches } from "../../text/utf8-batches.js";
import { xmlText } from "../../text/xml-text.js";
import { type BoxPlan, layOutBoxes, planBoxes } from "../layout/group-in-a-box.js";
import { outlineColors } from "../look/paper.js";
import type { MapInput, NumberColumn } from "../map-input.js";
import { titledBox } from "./box-label.js";
import { coordinate } from "./coordinate.js";
import { drawBoxLabels, drawFrames } from "./draw-boxes.js";
import { drawHead } from "./draw-head.js";
import { drawMarks, drawRings } from "./draw-marks.js";
import { drawText } from "./draw-text.js";
import { drawCurves, drawLines, tieDisplay, tiesBetweenBoxes } from "./draw-ties.js";
import { type Font, type Fonts, readFonts } from "./font.js";
import { drawFoot, type Foot, setFoot } from "./foot.js";
import { type NameLabel, placeNames, wishedNames } from "./labels.js";
import { sizeKeys } from "./legend.js";
import { colorMarks } from "./mark-color.js";
import { scaleMarks } from "./mark-size.js";
import { printedSheet, type Sheet } from "./sheet.js";

interface MapPicture {
  readonly layout: MapLayout;
  /** A whole SVG document, in UTF-8: of a large network the text would take several times as much. */
  readonly svg: Buffer;
}

interface Drawing {
  /** Those that ship, where nothing else is said. */
  readonly fonts?: Fonts;
  /** The one to print, where nothing else is said. */
  readonly sheet?: Sheet;
  /** Is told how much of the layout, which takes longest, is done, up to 1. */
  readonly onShare?: (share: number) => void;
}

/**
 * The map of a network: communities in boxes, or the network in one, with a title, a legend and,
 * where the sheet has one, a caption. The same input gives the same bytes.
 */
export function drawMap(asked: MapInput, drawing: Drawing = {}): MapPicture {
  const { fonts = readFonts(), sheet = printedSheet, onShare = () => {} } = drawing;
  const { width, height, side, headHeight } = sheet;
  const textWidth = width - 2 * side;
  const input = withDrawableWords(asked, fonts.regular);
  const column = sizeColumnOf(input);
  const sizes = scaleMarks(column.values);
  const colors = colorMarks(input);
  const display = tieDisplay(input);
  const sizeKnown = countKnown(input.size.values);
  const foot = (plan: BoxPlan): Foot => {
    const { magnification } = plan;
    const look = { display, colors, sizes, sizeColumn: column, magnification };
    const caption = { plan, display, sizeColumn: column.name, sizeKnown };
    return setFoot(input, { look, caption }, { font: fonts.regular, width: textWidth, sheet });
  };
  // The foot's height decides about the boxes of which it speaks: it is set for a pane without a
  // foot first.
  const whole = { x: side, y: headHeight, width: textWidth, height: height - headHeight };
  const footHeight = foot(planBoxes(input, sizes.radius, { pane: whole, sheet })).height;
  const pane = { ...whole, height: whole.height - footHeight };
  const plan = planBoxes(input, sizes.radius, { pane, sheet });
  const marks = layOutBoxes(input, sizes.radius, plan, onShare);
  const pieces = function* (): Generator<string> {
    yield* drawHead(input, fonts, sheet);
    if (display === "combine") yield* drawCurves(tiesBetweenBoxes(input, plan), plan, pane);
    if (display === "show") yield* drawLines(input, marks, "between");
    yield* drawFrames(input.communities, plan);
    yield* drawLines(input, marks, "inside");
    yield* drawMarks(input, marks, colors);
    yield* drawRings(input, marks);
    yield* drawBoxLabels(input, plan, { fonts, sheet });
    yield* drawNames(placeNames(input, marks, { fonts, sheet }), fonts);
    yield* drawFoot(foot(plan), side, height - footHeight);
  };
  const { x, y, radius, magnification } = marks;
  const { color, shape, keys: colorKeys } = colors;
  const svg = Buffer.concat([...utf8Batches(documentOf(input, sheet, pieces()))]);
  const layout: MapLayout = {
    ...{ width, height, x, y, radius, color, shape },
    // A browser has fonts for what the picture's own cannot draw.
    boxes: plan.boxes.map((box) => titledBox(box, asked)),
    ties: display,
    names: wishedNames(input, marks),
    sizeKeys: sizeKeys({ display, colors, sizes, sizeColumn: column, magnification }),
    colorKeys: input.color === undefined ? [] : colorKeys,
  };
  return { layout, svg };
}

function* documentOf(
  { words, people, ties }: MapInput,
  { width, height }: Sheet,
  picture: Iterable<string>,
): Generator<string> {
  const [one, many] = words.noun;
  const size = `${counted(people.length, one, many)}, ${counted(ties.count, "tie", "ties")}`;
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="DejaVu Sans, Verdana, sans-serif" role="img">\n`;
  yield `<title>${xmlText(`Map of ${words.title}`)}</title>\n`;
  yield `<desc>${xmlText(`${size}; a tie is: ${words.tieRule}`)}</desc>\n`;
  yield `<rect width="${width}" height="${height}" fill="#ffffff"/>\n`;
  yield* picture;
  yield "</svg>\n";
}

/** Without the words of communities' labels, and the characters of the title, that no font has. */
function withDrawableWords(input: MapInput, font: Font): MapInput {
  const { words } = input;
  const communities = input.communities.map((community) => ({
    ...community,
    label: community.label
      .split(" ")
      .filter((word) => font.canDraw(word))
      .join(" "),
  }));
  const title = [...words.title].filter((character) => font.canDraw(character)).join("");
  return { ...input, communities, words: { ...words, title } };
}

/** The column that was asked for, unless it is known of less than half of the people. */
function sizeColumnOf({ size, people, standing }: MapInput): NumberColumn {
  return 2 * countKnown(size.values) >= people.length ? size : standing;
}

function countKnown(values: Float64Array): number {
  return values.reduce((count, value) => count + (Number.isNaN(value) ? 0 : 1), 0);
}

function* drawNames(names: readonly NameLabel[], fonts: Fonts): Generator<string> {
  for (const { leader } of names) {
    if (leader === undefined) continue;
    const [x1, y1, x2, y2] = leader.flatMap(({ x, y }) => [x, y]).map(coordinate);
    yield `<path d="M${x1} ${y1}L${x2} ${y2}" fill="none" stroke="${outlineColors.light}" stroke-width="0.8"/>\n`;
  }
  for (const { text, frame, fontSize, isBold } of names) {
    const place = { x: frame.x, baseline: frame.y + fontSize * 0.93, fontSize };
    yield drawText(text, place, { font: isBold ? fonts.bold : fonts.regular });
  }
}
