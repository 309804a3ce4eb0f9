import { drawnRadius } from "../map/look/drawn-size.js";
import { cornersOf } from "../map/look/mark-shape.js";
import { outlineColors, outlineOpacity, ringColors } from "../map/look/paper.js";
import { type Camera, isIn } from "./map-camera.js";
import { itemsAtOnce, type Scene, type Sight } from "./scene.js";

const fadedColors = { light: "#dfe2e5", dark: "#34393f" } as const;

/** Faded marks below the others; crowded ones that are dots have no outline. */
export function* paintMarks(
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

/** Around everybody worth following, and whoever is chosen. */
export function paintRings(
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
