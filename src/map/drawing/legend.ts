import { interactionKinds } from "../../model/interaction.js";
import type { MapLook } from "../../model/map-layout.js";
import type { TieDisplay } from "../../model/map-settings.js";
import { ringColors } from "../look/paper.js";
import { directionText } from "../look/taper.js";
import { curveColors, curveOpacity, tieColor, tieColors, tieKeys } from "../look/tie-style.js";
import type { MapInput, NumberColumn } from "../map-input.js";
import { columnWords } from "./column-words.js";
import { coordinate } from "./coordinate.js";
import { drawShape } from "./draw-marks.js";
import { drawText } from "./draw-text.js";
import { areTapered, taperPath } from "./draw-ties.js";
import type { Font } from "./font.js";
import type { MarkColors } from "./mark-color.js";
import { type MarkSizes, radiusOf } from "./mark-size.js";
import { valueText } from "./number-text.js";

/** One sign and what it means; `draw` gives SVG with the sign's left middle at a place. */
interface LegendEntry {
  readonly text: string;
  readonly signWidth: number;
  readonly signHeight: number;
  draw(x: number, middle: number): string;
}

export interface LegendRows {
  readonly rows: readonly (readonly { readonly x: number; readonly entry: LegendEntry }[])[];
  readonly rowHeight: number;
  readonly fontSize: number;
}

const entryGap = 24;
const signGap = 7;
const leastRowHeight = 25;

/** What lines, sizes, rings and colours mean, those that the picture has. */
export function legendEntries(input: MapInput, look: LegendLook): LegendEntry[] {
  return [
    ...tieEntries(input, look.display),
    ...sizeEntries(look),
    ...(input.follow.length === 0 ? [] : [ringEntry()]),
    ...look.colors.keys.map(
      ({ color, shape, text }): LegendEntry => ({
        text,
        signWidth: 12,
        signHeight: 12,
        draw: (x, middle) =>
          `<g fill="${color}" stroke="#333333" stroke-width="0.5">${drawShape(shape, { x: x + 6, y: middle, radius: 6 })}</g>\n`,
      }),
    ),
  ];
}

export interface LegendLook {
  readonly display: TieDisplay;
  readonly colors: MarkColors;
  readonly sizes: MarkSizes;
  /** The column that sizes come from. */
  readonly sizeColumn: NumberColumn;
  /** Of the radii of `sizes`, to those in the picture. */
  readonly magnification: number;
}

/** Entries side by side, in as many rows as a width takes. */
export function layOutLegend(
  entries: readonly LegendEntry[],
  {
    font,
    fontSize,
    width,
  }: { readonly font: Font; readonly fontSize: number; readonly width: number },
): LegendRows {
  const rows: { x: number; entry: LegendEntry }[][] = [];
  let x = 0;
  for (const entry of entries) {
    const taken = entry.signWidth + signGap + font.width(entry.text, fontSize) * 1.02;
    const last = rows.at(-1);
    if (last === undefined || x + taken > width) {
      rows.push([{ x: 0, entry }]);
      x = taken + entryGap;
    } else {
      last.push({ x, entry });
      x += taken + entryGap;
    }
  }
  const highest = Math.max(0, ...entries.map(({ signHeight }) => signHeight));
  return { rows, rowHeight: Math.max(leastRowHeight, highest + 4), fontSize };
}

/** The rows as SVG, from a left top corner. */
export function* drawLegend(
  { rows, rowHeight, fontSize }: LegendRows,
  { x: left, y: top }: { readonly x: number; readonly y: number },
  font: Font,
): Generator<string> {
  for (const [row, entries] of rows.entries()) {
    const middle = top + rowHeight * (row + 0.5);
    for (const { x, entry } of entries) {
      yield entry.draw(left + x, middle);
      const place = {
        x: left + x + entry.signWidth + signGap,
        baseline: middle + fontSize * 0.36,
        fontSize,
      };
      yield drawText(entry.text, place, { font, isPlain: true });
    }
  }
}

function tieEntries(input: MapInput, display: TieDisplay): LegendEntry[] {
  const { ties } = input;
  const present = new Set(ties.kind?.subarray(0, ties.count));
  const entries: LegendEntry[] = [];
  if (ties.kind === undefined && ties.count > 0) {
    entries.push({
      text: "a tie, wider if it weighs more",
      signWidth: 26,
      signHeight: 12,
      draw: (x, middle) => line(x, middle, { color: tieColor(undefined), width: 2.5, opacity: 1 }),
    });
  }
  for (const { kinds, text } of tieKeys) {
    if (!kinds.some((kind) => present.has(interactionKinds.indexOf(kind)))) continue;
    const shown = kinds.filter((kind) => present.has(interactionKinds.indexOf(kind)));
    entries.push({
      text: shown.length === kinds.length ? text : shown.join(", "),
      signWidth: 26,
      signHeight: 12,
      draw: (x, middle) =>
        line(x, middle, { color: tieColors.light[kinds[0]], width: 2.5, opacity: 1 }),
    });
  }
  if (areTapered(input) && entries.length > 0) {
    entries.push({
      text: directionText,
      signWidth: 26,
      signHeight: 12,
      draw: (x, middle) =>
        `<path d="${taperPath({ x1: x, y1: middle, x2: x + 26, y2: middle }, 3)}" fill="${curveColors.light}"/>\n`,
    });
  }
  if (display === "combine" && entries.length > 0) {
    entries.push({
      text: "all ties between two boxes",
      signWidth: 26,
      signHeight: 12,
      draw: (x, middle) =>
        line(x, middle, { color: curveColors.light, width: 11, opacity: 2 * curveOpacity }),
    });
  }
  return entries;
}

function line(
  x: number,
  y: number,
  look: { readonly color: string; readonly width: number; readonly opacity: number },
): string {
  return `<path d="M${coordinate(x)} ${coordinate(y)}h26" fill="none" stroke="${look.color}" stroke-width="${coordinate(look.width)}" stroke-opacity="${coordinate(look.opacity)}"/>\n`;
}

function sizeEntries(look: LegendLook): LegendEntry[] {
  return sizeKeys(look).map(({ radius, text }): LegendEntry => {
    return {
      text,
      signWidth: 2 * radius,
      signHeight: 2 * radius,
      draw: (x, middle) =>
        `<g fill="#ffffff" stroke="#333333">${drawShape("circle", { x: x + radius, y: middle, radius })}</g>\n`,
    };
  });
}

/** The smallest, a middle and the largest mark with their values; none where all are alike. */
export function sizeKeys({ sizes, sizeColumn, magnification }: LegendLook): MapLook["sizeKeys"] {
  const { name, isTime } = sizeColumn;
  const { low, high } = sizes;
  if (!(high > low)) return [];
  const isWhole = Number.isInteger(low) && Number.isInteger(high);
  const middle = isWhole ? Math.round((low + high) / 2) : (low + high) / 2;
  const steps = [
    { value: low, text: `${sizes.isClippedBelow ? "≤ " : ""}${valueText(low, isTime)}` },
    ...(middle < high ? [{ value: middle, text: valueText(middle, isTime) }] : []),
    {
      value: high,
      text: `${sizes.isClippedAbove ? "≥ " : ""}${valueText(high, isTime)} ${columnWords(name)}`,
    },
  ];
  return steps.map(({ value, text }) => ({ text, radius: radiusOf(value, sizes) * magnification }));
}

function ringEntry(): LegendEntry {
  return {
    text: "worth following",
    signWidth: 14,
    signHeight: 14,
    draw: (x, middle) =>
      `<g fill="#e8e8e8" stroke="${ringColors.light}" stroke-width="1.8">${drawShape("circle", { x: x + 7, y: middle, radius: 6 })}</g>\n`,
  };
}
