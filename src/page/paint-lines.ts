import { lineOpacity } from "../map/look/curves.js";
import { drawnWidth } from "../map/look/drawn-size.js";
import { mostTapered, taperCorners } from "../map/look/taper.js";
import { betweenShare, tieColors, tieWidth } from "../map/look/tie-style.js";
import { groupBy, rowColumns } from "../model/csr.js";
import { interactionKinds } from "../model/interaction.js";
import type { Box } from "../model/layout.js";
import { isIn } from "./map-camera.js";
import { itemsAtOnce, type Scene, type Sight } from "./scene.js";

/** Each wide where it comes from and thin where it goes to, where they are not too many. */
export function* paintLines(
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
        for (const [x, y] of taperCorners(place, width)) context.lineTo(x, y);
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

/** Whether both ends are on the same outer side. */
function isPast(a: number, b: number, from: number, extent: number): boolean {
  return (a < from && b < from) || (a > from + extent && b > from + extent);
}
