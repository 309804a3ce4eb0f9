/**
 * Where the map draws each person, in the order of the network's nodes; x grows to the right and
 * y downwards, in the map's own unit.
 */
export interface MapLayout {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly radius: Float64Array;
  /** As `#rrggbb`. */
  readonly color: readonly string[];
}
