import type { MarkShape } from "../../model/mark-shape.js";

/** Half of the side of a square in a circle of radius 1. */
const half = Math.SQRT1_2;

const corners: Readonly<Record<Exclude<MarkShape, "circle">, readonly (readonly number[])[]>> = {
  square: [
    [-half, -half],
    [half, -half],
    [half, half],
    [-half, half],
  ],
  triangle: [
    [0, -1],
    [Math.sqrt(3) / 2, 0.5],
    [-Math.sqrt(3) / 2, 0.5],
  ],
  diamond: [
    [0, -1],
    [1, 0],
    [0, 1],
    [-1, 0],
  ],
};

/** The corners of a shape in the circle of a mark; none for the circle itself. */
export function cornersOf(shape: MarkShape): readonly (readonly number[])[] {
  return shape === "circle" ? [] : corners[shape];
}
