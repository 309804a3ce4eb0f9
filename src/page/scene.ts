import type { Paper } from "../map/look/paper.js";
import type { Box } from "../model/layout.js";
import type { PageData } from "../model/page-data.js";
import type { Camera } from "./map-camera.js";
import type { Coloring, Sizing } from "./map-marks.js";
import type { SceneLines, TieFacts } from "./map-ties.js";

/** What is on the map now. */
export interface Scene {
  readonly data: PageData;
  readonly paper: Paper;
  readonly coloring: Coloring;
  readonly sizing: Sizing;
  readonly lines: SceneLines;
  readonly facts: TieFacts;
  /** Who is not faded; `undefined` for everybody. */
  readonly inFocus: ReadonlySet<number> | undefined;
  readonly chosen: number | undefined;
  /** The scale at which the whole map is seen. */
  readonly fit: number;
}

/** What a picture of it shows. */
export interface Sight {
  readonly camera: Camera;
  readonly seen: Box;
}

/** Marks or lines that are drawn before the next look at the clock. */
export const itemsAtOnce = 16;
