import type { Box } from "../../model/layout.js";
import { contains, overlaps } from "./box-geometry.js";
import type { Point } from "./curves.js";
import type { MarkGrid } from "./mark-grid.js";

/** Marks as they are drawn, in the units of the frames. */
export interface DrawnMarks {
  readonly grid: MarkGrid;
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  radiusOf(node: number): number;
  readonly largestRadius: number;
  /** On which no name lies, however small they are. */
  readonly kept: ReadonlySet<number>;
}

interface NameToPlace {
  readonly node: number;
  readonly width: number;
  readonly height: number;
  /** Which it has to stay inside of. */
  readonly pane: Box;
  /** Whether it may stand away from its mark, with a line to it. */
  readonly mayStandOff: boolean;
  /** Whether it lies on small marks rather than be left out. */
  readonly isNeeded: boolean;
}

export interface NamePlace {
  readonly frame: Box;
  /** From the mark to its name, where that stands away from it. */
  readonly leader: readonly [from: Point, to: Point] | undefined;
}

/** Distances of a name from its mark, in the size of a pixel or of a unit of the drawing. */
const beside = [3] as const;
const standingOff = [3, 10, 18, 28, 40, 54, 70, 88, 110, 135, 165] as const;
/** A mark so small is a dot, over which a name can be read. */
const largestDot = 1.5;
/** Of a name's height: marks so small may lie under one that is needed. */
const largestUnder = 0.25;
/** A name that stands nearer needs no line. */
const nearest = 6;
/** The most legible first: to the right, to the left, above, below, and between these. */
const directions = turns([0, 4, 6, 2, 7, 1, 5, 3], 8);
const finerDirections = turns(
  Array.from({ length: 32 }, (_, at) => at),
  32,
);
/** How soon a name beside its mark turns into one at its corner. */
const cornering = 1.5;

/**
 * Places names one after another: each inside its pane, over no mark, no name placed before it,
 * no line to one and nothing of `blocked`, as near to its mark as can be. `undefined` for one
 * that has no room. Where there is none without a mark, one that may stand off may lie on dots, and one that is
 * needed on small marks. `unit` is how large a pixel is in the units of the frames.
 */
export function startPlacing(
  marks: DrawnMarks,
  blocked: readonly Box[],
  unit = 1,
): (name: NameToPlace) => NamePlace | undefined {
  const frames = [...blocked];
  const leaders: (readonly [Point, Point])[] = [];

  const isFree = (frame: Box, coverable: number): boolean =>
    !frames.some((other) => overlaps(frame, other)) &&
    !leaders.some(([from, to]) => crosses(frame, from, to)) &&
    !touchesMark(marks, frame, { margin: unit, coverable });

  const tryPlaces = (name: NameToPlace, coverable: number): NamePlace | undefined => {
    const { node, width, height, pane, mayStandOff } = name;
    const middle = { x: marks.x[node], y: marks.y[node] };
    const radius = marks.radiusOf(node);
    for (const distance of mayStandOff ? standingOff : beside) {
      const reach = radius + distance * unit;
      for (const direction of distance > nearest ? finerDirections : directions) {
        const frame = frameAt(middle, { width, height }, { direction, reach });
        if (!contains(pane, frame) || !isFree(frame, coverable)) continue;
        if (distance <= nearest) {
          frames.push(frame);
          return { frame, leader: undefined };
        }
        const leader = leaderTo(frame, middle, radius);
        if (frames.some((other) => crosses(other, ...leader))) continue;
        frames.push(frame);
        leaders.push(leader);
        return { frame, leader };
      }
    }
    return undefined;
  };
  // Among tens of thousands of dots there is no place without one.
  return (name) =>
    tryPlaces(name, 0) ??
    (name.mayStandOff ? tryPlaces(name, largestDot * unit) : undefined) ??
    (name.isNeeded ? tryPlaces(name, largestUnder * name.height) : undefined);
}

function turns(parts: readonly number[], of: number): number[] {
  return parts.map((part) => (part * 2 * Math.PI) / of);
}

function frameAt(
  middle: Point,
  { width, height }: Pick<Box, "width" | "height">,
  { direction, reach }: { readonly direction: number; readonly reach: number },
): Box {
  const across = Math.cos(direction);
  const down = Math.sin(direction);
  const shift = (share: number): number => Math.max(-1, Math.min(1, share * cornering));
  return {
    x: middle.x + across * reach + (shift(across) - 1) * (width / 2),
    y: middle.y + down * reach + (shift(down) - 1) * (height / 2),
    width,
    height,
  };
}

/** Whether a frame lies on any mark, or nearer to one than a margin; smaller ones than `coverable` do not count. */
export function touchesMark(
  marks: DrawnMarks,
  frame: Box,
  { margin = 0, coverable = 0 }: { readonly margin?: number; readonly coverable?: number } = {},
): boolean {
  const reach = marks.largestRadius + margin;
  const around = {
    x: frame.x - reach,
    y: frame.y - reach,
    width: frame.width + 2 * reach,
    height: frame.height + 2 * reach,
  };
  return marks.grid.some(around, (node) => {
    const radius = marks.radiusOf(node);
    if (radius <= coverable && !marks.kept.has(node)) return false;
    const nearestX = within(frame.x, marks.x[node], frame.x + frame.width);
    const nearestY = within(frame.y, marks.y[node], frame.y + frame.height);
    const away = (nearestX - marks.x[node]) ** 2 + (nearestY - marks.y[node]) ** 2;
    return away < (radius + margin) ** 2;
  });
}

function leaderTo(frame: Box, middle: Point, radius: number): readonly [Point, Point] {
  const to = {
    x: within(frame.x, middle.x, frame.x + frame.width),
    y: within(frame.y, middle.y, frame.y + frame.height),
  };
  const length = Math.hypot(to.x - middle.x, to.y - middle.y);
  const from = {
    x: middle.x + ((to.x - middle.x) * radius) / length,
    y: middle.y + ((to.y - middle.y) * radius) / length,
  };
  return [from, to];
}

/** Whether a line passes through a frame (Liang and Barsky 1984). */
function crosses({ x, y, width, height }: Box, from: Point, to: Point): boolean {
  let first = 0;
  let last = 1;
  const across = to.x - from.x;
  const down = to.y - from.y;
  for (const [step, room] of [
    [-across, from.x - x],
    [across, x + width - from.x],
    [-down, from.y - y],
    [down, y + height - from.y],
  ]) {
    if (step === 0) {
      if (room <= 0) return false;
    } else if (step < 0) first = Math.max(first, room / step);
    else last = Math.min(last, room / step);
  }
  return first < last;
}

function within(least: number, value: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
