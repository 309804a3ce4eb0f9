/** Ties between nodes 0 … nodeCount − 1. A `Network` is one as it stands. */
export interface LayoutGraph {
  readonly nodeCount: number;
  readonly tieCount: number;
  readonly source: Int32Array;
  readonly target: Int32Array;
  readonly weight: Float64Array;
}

/** A place for each node. */
export interface Positions {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** y grows downwards, as on a screen. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
