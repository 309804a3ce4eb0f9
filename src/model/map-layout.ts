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
  readonly boxes: readonly TitledBox[];
}

/** A box around people who belong together, in the units of the drawing. */
export interface TitledBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** In bold; empty for a box around everybody. */
  readonly name: string;
  /** What can follow the name, from the longest to the shortest. */
  readonly details: readonly string[];
}
