import type { Box, Positions } from "../../model/layout.js";
import type { Discs } from "./overlaps.js";

/** How far marks go from their own place towards an even spread, tried in this order. */
const shares = [0, 0.2, 0.4, 0.6, 0.8, 1];

/** Crowding is looked at in squares that would hold so many marks each, were they spread evenly. */
const marksInSquare = 12;

/** Marks that fill more of a square than this have to leave it. */
const fullestSquare = 0.65;

/** The share of all marks' area that may have to leave its square. */
const mostLeaving = 0.05;

/**
 * Widens where marks crowd and narrows where there are few, each axis by itself, as little as makes
 * do: who stood left of or above whom still does. Moving marks apart pair by pair would take many
 * rounds to carry a crowd across a box. O(marks log marks).
 */
export function easeCrowding(discs: Discs, box: Box): Positions {
  const evenX = evenlySpread(discs.x, discs.radius, { from: box.x, length: box.width });
  const evenY = evenlySpread(discs.y, discs.radius, { from: box.y, length: box.height });
  let eased: Positions = discs;
  for (const share of shares) {
    eased = {
      x: discs.x.map((at, mark) => at + share * (evenX[mark] - at)),
      y: discs.y.map((at, mark) => at + share * (evenY[mark] - at)),
    };
    if (shareLeaving(eased, discs.radius, box) <= mostLeaving) break;
  }
  return eased;
}

/** In the same order along an axis, with the same area of marks on each stretch of it. */
function evenlySpread(
  values: Float64Array,
  radius: Float64Array,
  { from, length }: { readonly from: number; readonly length: number },
): Float64Array {
  const order = Int32Array.from(values, (_, mark) => mark);
  order.sort((one, other) => values[one] - values[other] || one - other);
  let total = 0;
  for (const one of radius) total += one * one;
  if (total === 0) return values;
  const even = new Float64Array(values.length);
  let before = 0;
  for (const mark of order) {
    const own = radius[mark] * radius[mark];
    even[mark] = from + (length * (before + own / 2)) / total;
    before += own;
  }
  return even;
}

function shareLeaving({ x, y }: Positions, radius: Float64Array, box: Box): number {
  const side = Math.sqrt((box.width * box.height * marksInSquare) / x.length);
  const columns = Math.max(1, Math.min(x.length, Math.round(box.width / side)));
  const rows = Math.max(1, Math.min(x.length, Math.round(box.height / side)));
  const filled = new Float64Array(columns * rows);
  const numberOf = (offset: number, length: number, count: number): number =>
    Math.max(0, Math.min(count - 1, Math.floor((offset / length) * count)));
  let total = 0;
  for (let mark = 0; mark < x.length; mark += 1) {
    const column = numberOf(x[mark] - box.x, box.width, columns);
    const row = numberOf(y[mark] - box.y, box.height, rows);
    const area = Math.PI * radius[mark] * radius[mark];
    filled[row * columns + column] += area;
    total += area;
  }
  const room = (fullestSquare * box.width * box.height) / (columns * rows);
  let leaving = 0;
  for (const area of filled) leaving += Math.max(0, area - room);
  return leaving / total;
}
