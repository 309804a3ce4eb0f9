import type { TieDisplay } from "./map-settings.js";
import type { MarkShape } from "./mark-shape.js";

/**
 * Where everybody stands on the map, for every writer that draws: in units of the drawing, from
 * its top left corner, in the order of the public report's people.
 */
export interface MapLayout extends MapLook {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly radius: Float64Array;
  /** `#rrggbb`. */
  readonly color: readonly string[];
  readonly shape: readonly MarkShape[];
}

/** What else there is on a map, for the one that is moved to be the one in the files. */
export interface MapLook {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly TitledBox[];
  /** What becomes of ties between boxes. */
  readonly ties: TieDisplay;
  /** Whom to name, the most important first: indices of people. */
  readonly names: {
    /** In bold: the first of each box. */
    readonly tops: readonly number[];
    readonly others: readonly number[];
  };
  /** What sizes of marks mean. */
  readonly sizeKeys: readonly { readonly radius: number; readonly text: string }[];
  /** What colours mean; empty where they are those of the communities. */
  readonly colorKeys: readonly ColorKey[];
}

export interface ColorKey {
  /** `#rrggbb`. */
  readonly color: string;
  readonly shape: MarkShape;
  readonly text: string;
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
  /** Whose people stand in it, by number; none where nobody in it has ties. */
  readonly communities: readonly number[];
  /** Below the title, where the marks stand: of the box, from its upper edge. */
  readonly titleHeight: number;
  /** Nobody outside is tied to anybody in it. */
  readonly isCutOff: boolean;
}
