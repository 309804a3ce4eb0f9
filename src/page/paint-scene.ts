import { curveBetween, mostCurves } from "../map/look/curves.js";
import { frameColors, papers } from "../map/look/paper.js";
import { curveColors, curveOpacity, curveWidth } from "../map/look/tie-style.js";
import { boundsOf, type Camera, paneOf, seenPart } from "./map-camera.js";
import type { Paint } from "./map-layers.js";
import { paintLines } from "./paint-lines.js";
import { paintMarks, paintRings } from "./paint-marks.js";
import type { Scene } from "./scene.js";

/** So many times nearer than the whole map, ties between boxes are drawn one by one. */
const singleTiesZoom = 2.2;
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
