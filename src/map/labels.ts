import type { Box } from "../model/layout.js";
import { contains, overlaps } from "./box-geometry.js";
import { fitText } from "./fit-text.js";
import type { Font, Fonts } from "./font.js";
import type { BoxedMarks, MapBox } from "./group-in-a-box.js";
import type { MapInput } from "./map-input.js";
import { nameText } from "./name-text.js";
import { hues } from "./palette.js";

/** A person's name on the map. */
export interface NameLabel {
  readonly node: number;
  readonly text: string;
  readonly frame: Box;
  readonly fontSize: number;
  readonly isBold: boolean;
}

interface Wish {
  readonly node: number;
  /** The first person of their box. */
  readonly isTop: boolean;
}

/** Too many names are worse than too few: on the map, and in square units of a box for each. */
const mostNames = 45;
const areaPerName = 15_000;
/** Of the people worth following, those that may be named. */
const mostFollowed = 40;
const widestName = 190;
const fewestLettersOfCut = 14;
/** A name may lie upon dots; upon a larger mark only where it is the first of its box. */
const largestRadiusCovered = 5;
const lineHeight = 1.2;
const gap = 2;
/** Directions from a mark in which its name may stand, the most legible first. */
const directions = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [1, -1],
  [1, 1],
  [-1, -1],
  [-1, 1],
] as const;

/**
 * Names of the people worth following and of the most engaged person of each box, the top of each
 * box first. A name stays inside its box, off other names and off the marks of the named, and
 * stands where it covers fewest marks; one without such a place is left out, and so is whatever
 * would make a box too full to read.
 */
export function placeNames(input: MapInput, marks: BoxedMarks, fonts: Fonts): NameLabel[] {
  const wishes = wishedNames(input, marks);
  const nodesOfBox = marks.boxes.map(({ group }) => group.parts.flat());
  const left = marks.boxes.map(({ pane }) => nameRoom(pane));
  const placed: NameLabel[] = [];
  const named: number[] = [];
  for (const { node, isTop } of wishes) {
    const box = marks.boxOf[node];
    if (placed.length === mostNames) break;
    if (left[box] === 0) continue;
    const font = isTop ? fonts.bold : fonts.regular;
    const text = nameText(input.people.row(node), font);
    if (text === undefined) continue;
    const fontSize = isTop ? 13.5 : 12;
    const size = { font: fontSize, width: Math.min(widestName, marks.boxes[box].pane.width - 30) };
    const fitted = fitText(text, font, size);
    if (fitted !== text && [...fitted].length < fewestLettersOfCut) continue;
    const extent = { width: textWidth(fitted, font, fontSize), height: fontSize * lineHeight };
    const blocked = [
      ...placed.map(({ frame }) => frame),
      ...named.map((other) => markFrame(marks, other)),
    ];
    const frame = bestFrame({ node, isTop, extent, blocked, nodes: nodesOfBox[box] }, marks);
    if (frame === undefined) continue;
    if (placed.some((label) => overlaps(label.frame, markFrame(marks, node)))) continue;
    placed.push({ node, text: fitted, frame, fontSize, isBold: isTop });
    named.push(node);
    left[box] -= 1;
  }
  return placed;
}

/** How many names a box bears. */
function nameRoom(pane: Box): number {
  if (pane.width < 70 || pane.height < 45) return 0;
  return 1 + Math.floor((pane.width * pane.height) / areaPerName);
}

function wishedNames(input: MapInput, marks: BoxedMarks): Wish[] {
  const topOfBox = new Map<number, number>();
  const isOne = marks.packing === "one";
  const take = (node: number): void => {
    if (input.community[node] < 0) return;
    const place = isOne ? input.community[node] : marks.boxOf[node];
    if ((isOne && place >= hues.length) || topOfBox.has(place)) return;
    topOfBox.set(place, node);
  };
  const followed = input.follow.slice(0, mostFollowed);
  for (const node of followed) take(node);
  for (const box of marks.boxes) {
    const top = mostEngaged(box, input);
    if (top !== undefined) take(top);
  }
  const tops = [...topOfBox].sort((a, b) => a[0] - b[0]).map(([, node]) => node);
  const others = followed.filter((node) => !tops.includes(node));
  return [
    ...tops.map((node) => ({ node, isTop: true })),
    ...others.map((node) => ({ node, isTop: false })),
  ];
}

function mostEngaged({ group }: MapBox, { inDegree, people }: MapInput): number | undefined {
  let top: number | undefined;
  for (const nodes of group.parts) {
    for (const node of nodes) {
      if (inDegree[node] <= (top === undefined ? 0 : inDegree[top])) continue;
      if (!people.row(node).isWithheld) top = node;
    }
  }
  return top;
}

/** With some room for kerning that the widths do not tell. */
function textWidth(text: string, font: Font, fontSize: number): number {
  return font.width(text, fontSize) * 1.02;
}

function markFrame({ x, y, radius }: BoxedMarks, node: number): Box {
  const side = 2 * radius[node];
  return { x: x[node] - radius[node], y: y[node] - radius[node], width: side, height: side };
}

interface Placing extends Wish {
  readonly extent: { readonly width: number; readonly height: number };
  readonly blocked: readonly Box[];
  /** Everybody in the box. */
  readonly nodes: readonly number[];
}

function bestFrame(placing: Placing, marks: BoxedMarks): Box | undefined {
  const { node, isTop, extent, blocked, nodes } = placing;
  const { pane } = marks.boxes[marks.boxOf[node]];
  const mark = markFrame(marks, node);
  let best: Box | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const [across, down] of directions) {
    const frame = frameBeside(mark, extent, { across, down });
    if (!contains(pane, frame) || blocked.some((other) => overlaps(frame, other))) continue;
    const covered = coveredMarks(frame, nodes, marks);
    if (covered.largest > largestRadiusCovered && !isTop) continue;
    if (covered.area < least) {
      least = covered.area;
      best = frame;
    }
  }
  return best;
}

function frameBeside(
  mark: Box,
  { width, height }: Placing["extent"],
  { across, down }: { readonly across: number; readonly down: number },
): Box {
  const isDiagonal = across !== 0 && down !== 0;
  const middle = { x: mark.x + mark.width / 2, y: mark.y + mark.height / 2 };
  const reach = mark.width / 2 + gap;
  return {
    x:
      middle.x +
      across * (isDiagonal ? mark.width * 0.3 : reach) +
      (across === 0 ? -width / 2 : across < 0 ? -width : 0),
    y: middle.y + down * reach + (down === 0 ? -height / 2 : down < 0 ? -height : 0),
    width,
    height,
  };
}

/** The squares of their radii in all, and the largest radius. */
function coveredMarks(
  frame: Box,
  nodes: readonly number[],
  marks: BoxedMarks,
): { readonly area: number; readonly largest: number } {
  let area = 0;
  let largest = 0;
  for (const node of nodes) {
    if (!overlaps(frame, markFrame(marks, node))) continue;
    largest = Math.max(largest, marks.radius[node]);
    area += marks.radius[node] ** 2;
  }
  return { area, largest };
}
