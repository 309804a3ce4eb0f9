import type { Point } from "../map/look/curves.js";
import type { Box } from "../model/layout.js";
import type { TitledBox } from "../model/map-layout.js";

/** What of the map is seen: a place of the drawing is on the stage at `scale` · place + (x, y). */
export interface Camera extends Point {
  readonly scale: number;
}

/** In pixels of the page. */
export interface Stage {
  readonly width: number;
  readonly height: number;
}

const border = 6;
/** Of the scale at which the whole map is seen. */
const mostZoom = 40;

/** The whole map, as large as it can be. */
export function wholeMap(bounds: Box, stage: Stage): Camera {
  const scale = Math.min(
    (stage.width - 2 * border) / bounds.width,
    (stage.height - 2 * border) / bounds.height,
  );
  return lookingAt(
    { x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2 },
    scale,
    stage,
  );
}

/** With a place of the drawing in the middle of the stage. */
export function lookingAt({ x, y }: Point, scale: number, { width, height }: Stage): Camera {
  return { scale, x: width / 2 - scale * x, y: height / 2 - scale * y };
}

/** Nearer by a factor, with what is at a point of the stage staying there. */
export function zoomedAt(camera: Camera, { x, y }: Point, factor: number): Camera {
  return {
    scale: camera.scale * factor,
    x: x - (x - camera.x) * factor,
    y: y - (y - camera.y) * factor,
  };
}

/** No farther than the whole map, no nearer than can be of use, and never beside the map. */
export function keptInSight(camera: Camera, bounds: Box, stage: Stage): Camera {
  const whole = wholeMap(bounds, stage);
  if (camera.scale <= whole.scale) return whole;
  const most = whole.scale * mostZoom;
  const middle = { x: stage.width / 2, y: stage.height / 2 };
  const near = camera.scale > most ? zoomedAt(camera, middle, most / camera.scale) : camera;
  const kept = (at: number, from: number, extent: number, room: number): number => {
    const highest = room / 2 - near.scale * from;
    const lowest = room / 2 - near.scale * (from + extent);
    return Math.max(lowest, Math.min(highest, at));
  };
  return {
    scale: near.scale,
    x: kept(near.x, bounds.x, bounds.width, stage.width),
    y: kept(near.y, bounds.y, bounds.height, stage.height),
  };
}

/** The part of the drawing that is seen, and a margin of pixels around it. */
export function seenPart({ scale, x, y }: Camera, { width, height }: Stage, margin = 0): Box {
  return {
    x: (-x - margin) / scale,
    y: (-y - margin) / scale,
    width: (width + 2 * margin) / scale,
    height: (height + 2 * margin) / scale,
  };
}

/** The place of the drawing at a point of the stage. */
export function placeAt({ scale, x, y }: Camera, point: Point): Point {
  return { x: (point.x - x) / scale, y: (point.y - y) / scale };
}

/** All boxes; the whole drawing where there are none. */
export function boundsOf(boxes: readonly Box[], drawing: Pick<Box, "width" | "height">): Box {
  if (boxes.length === 0) return { x: 0, y: 0, width: drawing.width, height: drawing.height };
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

/** Where the marks of a box are. */
export function paneOf(box: TitledBox): Box {
  return { ...box, y: box.y + box.titleHeight, height: box.height - box.titleHeight };
}

/** Edges included. */
export function isIn({ x, y, width, height }: Box, across: number, down: number): boolean {
  return across >= x && across <= x + width && down >= y && down <= y + height;
}
