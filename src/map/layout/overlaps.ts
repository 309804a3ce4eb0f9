/** Discs that touch may seem to overlap by what rounding leaves. */
const allowance = 1 - 1e-12;

/** Round marks; changed in place by who moves them apart. */
export interface Discs {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly radius: Float64Array;
}

/** Finds overlapping discs by a grid over the marks, kept to be filled again each round. */
interface DiscGrid {
  readonly cellStart: Int32Array;
  readonly discs: Int32Array;
}

export function discGrid(discCount: number): DiscGrid {
  return {
    // Twice the discs' number of cells at most, and the rows and columns that rounding adds.
    cellStart: new Int32Array(4 * discCount + 8),
    discs: new Int32Array(discCount),
  };
}

/**
 * Calls `visit` once for every two discs that overlap by more than rounding, the larger first (of
 * equals the later). `visit` may move both a little; who then newly overlaps may be missed, so a
 * call without a visit is what proves that none do. O(discs) while radii differ little.
 */
export function eachOverlap(
  grid: DiscGrid,
  { x, y, radius }: Discs,
  visit: (larger: number, smaller: number) => void,
): void {
  const { cellStart, discs } = grid;
  const count = x.length;
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  let sumOfRadii = 0;
  for (let disc = 0; disc < count; disc += 1) {
    left = Math.min(left, x[disc]);
    right = Math.max(right, x[disc]);
    top = Math.min(top, y[disc]);
    bottom = Math.max(bottom, y[disc]);
    sumOfRadii += radius[disc];
  }
  if (!(sumOfRadii > 0)) return;

  const width = right - left;
  const height = bottom - top;
  const side = Math.max(
    (2 * sumOfRadii) / count,
    Math.sqrt((width * height) / count),
    Math.max(width, height) / count,
  );
  const columns = 1 + Math.floor(width / side);
  const rows = 1 + Math.floor(height / side);
  const columnOf = (at: number): number =>
    Math.max(0, Math.min(columns - 1, Math.floor((at - left) / side)));
  const rowOf = (at: number): number =>
    Math.max(0, Math.min(rows - 1, Math.floor((at - top) / side)));

  cellStart.fill(0, 0, columns * rows + 2);
  for (let disc = 0; disc < count; disc += 1) {
    cellStart[rowOf(y[disc]) * columns + columnOf(x[disc]) + 2] += 1;
  }
  for (let cell = 1; cell <= columns * rows; cell += 1) cellStart[cell + 1] += cellStart[cell];
  for (let disc = 0; disc < count; disc += 1) {
    const cell = rowOf(y[disc]) * columns + columnOf(x[disc]) + 1;
    discs[cellStart[cell]] = disc;
    cellStart[cell] += 1;
  }

  for (let larger = 0; larger < count; larger += 1) {
    const ownRadius = radius[larger];
    const reach = 2 * ownRadius;
    const lastRow = rowOf(y[larger] + reach);
    const firstColumn = columnOf(x[larger] - reach);
    const lastColumn = columnOf(x[larger] + reach);
    for (let row = rowOf(y[larger] - reach); row <= lastRow; row += 1) {
      const stop = cellStart[row * columns + lastColumn + 1];
      for (let place = cellStart[row * columns + firstColumn]; place < stop; place += 1) {
        const smaller = discs[place];
        const otherRadius = radius[smaller];
        if (otherRadius > ownRadius || (otherRadius === ownRadius && smaller >= larger)) continue;
        const dx = x[larger] - x[smaller];
        const dy = y[larger] - y[smaller];
        const touching = ownRadius + otherRadius;
        if (dx * dx + dy * dy < touching * touching * allowance) visit(larger, smaller);
      }
    }
  }
}
