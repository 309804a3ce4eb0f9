import { hues } from "../../model/hues.js";
import { type MarkShape, markShapes } from "../../model/mark-shape.js";
import { greys, isolateGrey } from "./palette.js";

export interface MarkStyle {
  /** `#rrggbb`. */
  readonly color: string;
  readonly shape: MarkShape;
}

/** Of people without ties. */
export const isolateStyle: MarkStyle = { color: isolateGrey, shape: "circle" };

/** Hues by rank, then every pairing of a grey with a shape other than the circle. */
export function styleOf(rank: number): MarkStyle {
  if (rank < hues.length) return { color: hues[rank], shape: markShapes[0] };
  const later = rank - hues.length;
  return {
    color: greys[Math.floor(later / (markShapes.length - 1)) % greys.length],
    shape: markShapes[1 + (later % (markShapes.length - 1))],
  };
}
