import type { Box } from "../../model/layout.js";

/** More pairs of boxes are a fog: the weakest are left out. */
export const mostCurves = 150;
/** A bend that keeps curves between rows of boxes from lying upon one another. */
const bend = 0.12;
/** Of a box's extent, how far from its middle curves begin. */
const curveStart = 0.14;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A quadratic curve. */
interface Curve {
  readonly from: Point;
  readonly control: Point;
  readonly to: Point;
}

/** The curve from one box to another; it stays in `room` if they do. */
export function curveBetween(low: Box, high: Box, room: Box): Curve {
  const from = towards(low, high);
  const to = towards(high, low);
  const control = {
    x: clamp((from.x + to.x) / 2 + (to.y - from.y) * bend, room.x, room.x + room.width),
    y: clamp((from.y + to.y) / 2 - (to.x - from.x) * bend, room.y, room.y + room.height),
  };
  return { from, control, to };
}

/**
 * Where a curve to another box begins: off the middle, on an ellipse about it, or all curves of a
 * box would meet in a knot that looks like a person.
 */
function towards(box: Box, other: Box): Point {
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  const across = other.x + other.width / 2 - x;
  const down = other.y + other.height / 2 - y;
  const length = Math.hypot(across / box.width, down / box.height) || 1;
  return {
    x: x + (across / length) * curveStart,
    y: y + (down / length) * curveStart,
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

/** The denser the lines of a pane, the lighter each, or the picture turns into a blot. */
export function lineOpacity(lines: number, { width, height }: Pick<Box, "width" | "height">) {
  const linesAcross = lines / Math.max(1, Math.sqrt(width * height));
  return Math.min(0.6, Math.max(0.04, 0.5 * linesAcross ** -0.6));
}
