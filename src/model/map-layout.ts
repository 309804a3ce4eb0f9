/**
 * Where everybody stands on the map, for every writer that draws: in units of the drawing, from
 * its top left corner, in the order of the public report's people.
 */
export interface MapLayout {
  readonly width: number;
  readonly height: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly radius: Float64Array;
  /** `#rrggbb`. */
  readonly color: readonly string[];
}
