import { hues } from "../../model/hues.js";
import type { ColorKey } from "../../model/map-layout.js";
import { type MarkShape, markShapes } from "../../model/mark-shape.js";
import { isolateStyle, styleOf } from "../look/mark-style.js";
import { greys, rampColor, unknownGrey } from "../look/palette.js";
import type { CategoryColumn, MapInput, NumberColumn } from "../map-input.js";
import { columnWords } from "./column-words.js";
import { valueText } from "./number-text.js";

export interface MarkColors {
  /** One a person. */
  readonly color: readonly string[];
  readonly shape: readonly MarkShape[];
  /** What colours mean, for the legend: empty where every box says it itself. */
  readonly keys: readonly ColorKey[];
}

const mostKeyLetters = 28;

/**
 * A colour and a shape for everybody: the twelve largest communities, or most frequent values,
 * have a hue each, what comes after them greys by shape; numbers run from light to dark.
 */
export function colorMarks(input: MapInput): MarkColors {
  const { color, sorts } = input;
  const colors = color === undefined ? colorByCommunity(input) : colorByColumn(color);
  return sorts === undefined ? colors : shapeBySort(colors, sorts);
}

function colorByColumn(color: NumberColumn | CategoryColumn): MarkColors {
  return "isTime" in color ? colorByNumber(color) : colorByCategory(color);
}

/** Shapes say what sort of thing a mark is, instead of which community has no hue of its own. */
function shapeBySort(colors: MarkColors, sorts: readonly string[]): MarkColors {
  const shapeOf = new Map(
    [...new Set(sorts)].map((sort, at) => [sort, markShapes[at % markShapes.length]]),
  );
  const keys = [...shapeOf].map(([text, shape]) => ({ color: unknownGrey, shape, text }));
  return {
    color: colors.color,
    shape: sorts.map((sort) => shapeOf.get(sort) ?? markShapes[0]),
    keys: [...keys, ...colors.keys.map((key) => ({ ...key, shape: markShapes[0] }))],
  };
}

function colorByCommunity({ community, communities, settings }: MapInput): MarkColors {
  const styles = communities.map((_, index) => styleOf(index));
  const marks = Array.from(community, (index) => (index < 0 ? isolateStyle : styles[index]));
  const keys = communities.slice(0, hues.length).map(({ name, label }, index) => ({
    ...styles[index],
    text: shortened(label === "" ? name : `${name} ${label}`),
  }));
  return {
    color: marks.map((mark) => mark.color),
    shape: marks.map((mark) => mark.shape),
    keys: settings.layout === "force" ? keys : [],
  };
}

function colorByCategory({ values }: CategoryColumn): MarkColors {
  const counts = new Map<string, number>();
  for (const value of values) {
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const styles = new Map(ranked.map(([value], rank) => [value, styleOf(rank)]));
  const unknown = { color: unknownGrey, shape: markShapes[0] };
  const marks = values.map((value) => (value === undefined ? unknown : styles.get(value)));
  const keys: ColorKey[] = ranked
    .slice(0, hues.length)
    .map(([value], rank) => ({ ...styleOf(rank), text: shortened(value) }));
  if (ranked.length > hues.length) {
    const rest = ranked.length - hues.length;
    keys.push({ color: greys[0], shape: markShapes[1], text: `${rest} more` });
  }
  if (values.includes(undefined)) keys.push({ ...unknown, text: "not known" });
  return {
    color: marks.map((mark) => (mark ?? unknown).color),
    shape: marks.map((mark) => (mark ?? unknown).shape),
    keys,
  };
}

/** Over ranks, not values, since nearly all measures of people have a long tail. */
function colorByNumber({ name, values, isTime }: NumberColumn): MarkColors {
  const known = values.filter((value) => !Number.isNaN(value)).sort();
  const distinct = [...new Set(known)];
  const shareOf = new Map(
    distinct.map((value, index) => [
      value,
      distinct.length < 2 ? 1 : index / (distinct.length - 1),
    ]),
  );
  const color = Array.from(values, (value) => {
    const share = shareOf.get(value);
    return share === undefined ? unknownGrey : rampColor(share);
  });
  const steps = distinct.length < 2 ? distinct.length : Math.min(5, distinct.length);
  const keys: ColorKey[] = Array.from({ length: steps }, (_, step) => {
    const share = steps < 2 ? 1 : step / (steps - 1);
    const value = distinct[Math.round(share * (distinct.length - 1))];
    const text = valueText(value, isTime);
    return {
      color: rampColor(share),
      shape: markShapes[0],
      text: step === 0 ? `${columnWords(name)}: ${text}` : text,
    };
  });
  if (known.length < values.length) {
    keys.push({ color: unknownGrey, shape: markShapes[0], text: "not known" });
  }
  return { color, shape: color.map(() => markShapes[0]), keys };
}

function shortened(text: string): string {
  const letters = [...text];
  return letters.length <= mostKeyLetters
    ? text
    : `${letters
        .slice(0, mostKeyLetters - 1)
        .join("")
        .trimEnd()}…`;
}
