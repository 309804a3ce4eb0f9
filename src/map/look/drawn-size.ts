/** How fast marks and lines grow when the map comes nearer: slower than the map, or nothing would part. */
const growth = 0.6;
const leastRadius = 0.8;

/** In pixels; `fit` is the scale at which the whole map is seen. */
export function drawnRadius(radius: number, scale: number, fit: number): number {
  return Math.max(leastRadius, drawnWidth(radius, scale, fit));
}

/** Of a line, or of whatever else grows as marks do. */
export function drawnWidth(width: number, scale: number, fit: number): number {
  return width * fit * Math.max(1, scale / fit) ** growth;
}
