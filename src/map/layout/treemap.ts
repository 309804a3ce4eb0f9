import type { Box } from "../../model/layout.js";

/**
 * Tiles a pane with one rectangle a weight, in the order given, area in proportion to weight,
 * each as near to a square as rows of them allow: the first stands at the top left, the last at
 * the bottom right. Weights must be above 0.
 *
 * Bruls, Huizing and van Wijk (2000), Squarified treemaps.
 */
export function squarify(weights: readonly number[], pane: Box): Box[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const areas = weights.map((weight) => (weight / total) * pane.width * pane.height);
  const tiles: Box[] = [];
  let free = pane;
  while (tiles.length < areas.length) {
    const row = nextRow(areas, tiles.length, Math.min(free.width, free.height));
    const isColumn = free.width >= free.height;
    const side = isColumn ? free.height : free.width;
    const thickness = side === 0 ? 0 : row.area / side;
    let offset = 0;
    for (const area of areas.slice(tiles.length, row.end)) {
      const length = row.area === 0 ? 0 : (area / row.area) * side;
      tiles.push(
        isColumn
          ? { x: free.x, y: free.y + offset, width: thickness, height: length }
          : { x: free.x + offset, y: free.y, width: length, height: thickness },
      );
      offset += length;
    }
    free = isColumn
      ? { ...free, x: free.x + thickness, width: Math.max(0, free.width - thickness) }
      : { ...free, y: free.y + thickness, height: Math.max(0, free.height - thickness) };
  }
  return tiles;
}

/** Takes areas into a row along `side` for as long as its worst aspect ratio gets no worse. */
function nextRow(areas: readonly number[], start: number, side: number) {
  let end = start + 1;
  let area = areas[start];
  let least = area;
  let most = area;
  while (end < areas.length) {
    const next = areas[end];
    const before = worstAspect(least, most, area, side);
    const after = worstAspect(Math.min(least, next), Math.max(most, next), area + next, side);
    if (after > before) break;
    least = Math.min(least, next);
    most = Math.max(most, next);
    area += next;
    end += 1;
  }
  return { end, area };
}

function worstAspect(least: number, most: number, sum: number, side: number): number {
  const squared = side * side;
  return Math.max((squared * most) / (sum * sum), (sum * sum) / (squared * least));
}
