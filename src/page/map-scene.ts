import { curveBetween, lineOpacity, mostCurves } from "../map/look/curves.js";
import { drawnRadius, drawnWidth } from "../map/look/drawn-size.js";
import { cornersOf } from "../map/look/mark-shape.js";
import {
  frameColors,
  outlineColors,
  outlineOpacity,
  type Paper,
  papers,
  ringColors,
} from "../map/look/paper.js";
import {
  betweenShare,
  curveColors,
  curveOpacity,
  curveWidth,
  tieColors,
  tieWidth,
} from "../map/look/tie-style.js";
import { groupBy, rowColumns } from "../model/csr.js";
import { interactionKinds } from "../model/interaction.js";
import type { Box } from "../model/layout.js";
import type { TitledBox } from "../model/map-layout.js";
import type { PageData } from "../model/page-data.js";
import { type Camera, seenPart } from "./map-camera.js";
import type { Paint } from "./map-layers.js";
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

/** So many times nearer than the whole map, ties between boxes are drawn one by one. */
export const singleTiesZoom = 2.2;
/** A map with more lines than this in sight has them as hairlines, without a direction. */
const mostTapered = 6000;
const itemsAtOnce = 16;
/** Of a tie's width, at the end where it comes from and where it goes to. */
const taper = { from: 1.8, to: 0.3 } as const;
const fadedColors = { light: "#dfe2e5", dark: "#34393f" } as const;

/** Whether ties between two boxes are one curve at that scale. */
export function areBundled({ data, chosen, fit }: Scene, scale: number): boolean {
  return data.map.ties === "combine" && chosen === undefined && scale < fit * singleTiesZoom;
}

/** Draws a scene: curves and ties between boxes, boxes, ties inside, marks, rings. */
export function paintScene(sceneOf: () => Scene): Paint {
  return function* (context, camera, stage, margin) {
    const scene = sceneOf();
    const seen = seenPart(camera, stage, margin);
    context.fillStyle = papers[scene.paper];
    context.fillRect(-margin, -margin, stage.width + 2 * margin, stage.height + 2 * margin);
    if (areBundled(scene, camera.scale)) yield* paintCurves(context, scene, camera);
    else if (scene.data.map.ties !== "hide" || scene.chosen !== undefined) {
      yield* paintLines(context, scene, { camera, seen, isInside: false });
    }
    paintFrames(context, scene, camera);
    yield* paintLines(context, scene, { camera, seen, isInside: true });
    yield* paintMarks(context, scene, { camera, seen });
    paintRings(context, scene, camera);
    context.globalAlpha = 1;
  };
}

function* paintCurves(
  context: CanvasRenderingContext2D,
  { data, lines, paper }: Scene,
  { scale, x, y }: Camera,
): Generator<void> {
  const most = lines.pairs[0]?.ties ?? 0;
  const { boxes } = data.map;
  const room = boundsOf(boxes, data.map);
  context.strokeStyle = curveColors[paper];
  context.globalAlpha = curveOpacity;
  context.lineCap = "round";
  for (const { low, high, ties } of lines.pairs.slice(0, mostCurves)) {
    const curve = curveBetween(paneOf(boxes[low]), paneOf(boxes[high]), room);
    context.lineWidth = curveWidth(ties, most) * scale;
    context.beginPath();
    context.moveTo(scale * curve.from.x + x, scale * curve.from.y + y);
    context.quadraticCurveTo(
      scale * curve.control.x + x,
      scale * curve.control.y + y,
      scale * curve.to.x + x,
      scale * curve.to.y + y,
    );
    context.stroke();
    yield;
  }
  context.globalAlpha = 1;
}

function paintFrames(
  context: CanvasRenderingContext2D,
  { data, paper }: Scene,
  { scale, x, y }: Camera,
): void {
  context.strokeStyle = frameColors[paper];
  context.lineWidth = 1;
  for (const box of data.map.boxes) {
    context.setLineDash(box.isCutOff ? [6, 4] : []);
    context.strokeRect(scale * box.x + x, scale * box.y + y, scale * box.width, scale * box.height);
  }
  context.setLineDash([]);
}

interface Sight {
  readonly camera: Camera;
  readonly seen: Box;
}

/** Each wide where it comes from and thin where it goes to (Holten and van Wijk 2009). */
function* paintLines(
  context: CanvasRenderingContext2D,
  scene: Scene,
  { camera, seen, isInside }: Sight & { readonly isInside: boolean },
): Generator<void> {
  const { data, lines, facts, paper, chosen, fit } = scene;
  const { source, target } = data.ties;
  const { x, y } = data.people;
  const ties = (isInside ? lines.inside : lines.between).filter((tie) => {
    const from = source[tie];
    const to = target[tie];
    // A line that only passes by, among thousands, tells nobody anything.
    return isInside || chosen !== undefined
      ? !isPast(x[from], x[to], seen.x, seen.width) && !isPast(y[from], y[to], seen.y, seen.height)
      : isIn(seen, x[from], y[from]) || isIn(seen, x[to], y[to]);
  });
  const isTapered = ties.length <= mostTapered;
  const zoom = Math.max(1, camera.scale / fit);
  const panes = data.map.boxes.length === 0 ? [data.map] : data.map.boxes;
  const opacities = panes.map((pane, at) => opacityOf(lines.ofBox[at], scaled(pane, zoom), scene));
  const between = betweenShare * opacityOf(lines.between.length, data.map, scene);
  const place = { at: 0, x1: 0, y1: 0, x2: 0, y2: 0 };
  const byKind = groupBy(
    Uint8Array.from(ties, (tie) => facts.kind[tie]),
    interactionKinds.length,
  );
  for (const [kind, name] of interactionKinds.entries()) {
    context.fillStyle = tieColors[paper][name];
    context.strokeStyle = tieColors[paper][name];
    for (const at of rowColumns(byKind, kind)) {
      const tie = ties[at];
      const from = source[tie];
      const to = target[tie];
      place.x1 = camera.scale * x[from] + camera.x;
      place.y1 = camera.scale * y[from] + camera.y;
      place.x2 = camera.scale * x[to] + camera.x;
      place.y2 = camera.scale * y[to] + camera.y;
      context.globalAlpha =
        chosen !== undefined ? 0.9 : isInside ? opacities[facts.boxOf[from]] : between;
      const asked = isInside || chosen !== undefined ? 1.1 * tieWidth(facts.weight[tie]) : 0.6;
      const width = Math.max(0.45, drawnWidth(asked, camera.scale, fit));
      context.beginPath();
      if (isTapered) {
        pathOfTaper(context, place, width);
        context.fill();
      } else {
        context.lineWidth = width;
        context.moveTo(place.x1, place.y1);
        context.lineTo(place.x2, place.y2);
        context.stroke();
      }
      place.at += 1;
      if (place.at % itemsAtOnce === 0) yield;
    }
  }
  context.globalAlpha = 1;
}

function opacityOf(count: number, pane: Pick<Box, "width" | "height">, { chosen }: Scene): number {
  return chosen === undefined ? lineOpacity(count, pane) : 0.9;
}

function scaled({ width, height }: Pick<Box, "width" | "height">, zoom: number) {
  return { width: width * zoom, height: height * zoom };
}

function pathOfTaper(
  context: CanvasRenderingContext2D,
  {
    x1,
    y1,
    x2,
    y2,
  }: { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number },
  width: number,
): void {
  const length = Math.hypot(x2 - x1, y2 - y1);
  if (length === 0) return;
  const across = (y2 - y1) / length / 2;
  const down = (x1 - x2) / length / 2;
  const from = width * taper.from;
  const to = width * taper.to;
  context.moveTo(x1 + across * from, y1 + down * from);
  context.lineTo(x2 + across * to, y2 + down * to);
  context.lineTo(x2 - across * to, y2 - down * to);
  context.lineTo(x1 - across * from, y1 - down * from);
}

function* paintMarks(
  context: CanvasRenderingContext2D,
  { data, coloring, sizing, paper, inFocus, fit }: Scene,
  { camera, seen }: Sight,
): Generator<void> {
  const { x, y } = data.people;
  const isCrowded = x.length > 5000;
  let at = 0;
  context.strokeStyle = outlineColors[paper];
  for (const isFocused of inFocus === undefined ? [true] : [false, true]) {
    for (const [person, { color, shape }] of coloring.styles.entries()) {
      at += 1;
      if (at % (8 * itemsAtOnce) === 0) yield;
      if (inFocus !== undefined && inFocus.has(person) !== isFocused) continue;
      if (!isIn(seen, x[person], y[person])) continue;
      const radius = drawnRadius(sizing.radii[person], camera.scale, fit);
      const middle = {
        x: camera.scale * x[person] + camera.x,
        y: camera.scale * y[person] + camera.y,
      };
      context.beginPath();
      if (shape === "circle") context.arc(middle.x, middle.y, radius, 0, 2 * Math.PI);
      for (const [corner, [across, down]] of cornersOf(shape).entries()) {
        const to = [middle.x + across * radius, middle.y + down * radius] as const;
        if (corner === 0) context.moveTo(...to);
        else context.lineTo(...to);
      }
      context.closePath();
      context.globalAlpha = 1;
      context.fillStyle = isFocused ? color : fadedColors[paper];
      context.fill();
      if (isFocused && !(isCrowded && radius < 2)) {
        context.globalAlpha = outlineOpacity;
        context.lineWidth = 0.6;
        context.stroke();
      }
      if (at % itemsAtOnce === 0) yield;
    }
  }
  context.globalAlpha = 1;
}

function paintRings(
  context: CanvasRenderingContext2D,
  { data, sizing, paper, inFocus, chosen, fit }: Scene,
  camera: Camera,
): void {
  context.strokeStyle = ringColors[paper];
  const ring = (person: number, width: number, gap: number): void => {
    context.lineWidth = width;
    context.beginPath();
    context.arc(
      camera.scale * data.people.x[person] + camera.x,
      camera.scale * data.people.y[person] + camera.y,
      drawnRadius(sizing.radii[person], camera.scale, fit) + gap,
      0,
      2 * Math.PI,
    );
    context.stroke();
  };
  for (const person of data.worthFollowing) {
    if (inFocus === undefined || inFocus.has(person)) ring(person, 1.6, 0);
  }
  if (chosen !== undefined) ring(chosen, 2.5, 4);
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

function isIn({ x, y, width, height }: Box, across: number, down: number): boolean {
  return across >= x && across <= x + width && down >= y && down <= y + height;
}

/** Whether both ends are on the same outer side. */
function isPast(a: number, b: number, from: number, extent: number): boolean {
  return (a < from && b < from) || (a > from + extent && b > from + extent);
}
