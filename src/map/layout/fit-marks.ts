import type { Box, Positions } from "../../model/layout.js";
import { easeCrowding } from "./ease-crowding.js";
import { marksInRows } from "./marks-in-rows.js";
import { type Discs, discGrid, eachOverlap } from "./overlaps.js";

/** Discs that fill more than this share of a box cannot be moved apart in a few rounds. */
const fullestBox = 0.5;

/** One axis may be stretched against the other by up to this, to use a box that is not square. */
const mostStretch = 1.6;

/** Rounds of moving marks apart before all shrink: as many as time allows, within these. */
const fewestRounds = 40;
const mostRounds = 600;
const marksMoved = 1_000_000;

const mostShrinking = 5;
const shrinkage = 0.8;

/** Moved apart a little more than needed, marks settle in fewer rounds. */
const clearance = 1.01;

/** Directions that never line up, for marks on the same spot. */
const goldenAngle = Math.PI * (3 - Math.sqrt(5));

export interface FittedMarks extends Positions {
  /** What every radius is to be multiplied by: above 0 and at most 1, unless the box is empty. */
  readonly factor: number;
}

/**
 * Scales a layout into a box and moves its marks apart, so that every mark lies inside and none
 * upon another. Radii are in the box's units, 0 or more; where there is too little room for them
 * `factor` says by how much all must shrink. Nothing is turned or mirrored. The same marks give the
 * same bytes. O(marks) a round while radii differ little, and a bounded number of rounds.
 */
export function fitMarks(marks: Discs, box: Box): FittedMarks {
  let factor = largestFactor(marks.radius, box);
  if (factor === 0) return { ...scaledInto(marks, box), factor };
  const radius = marks.radius.map((one) => factor * one);
  const { x, y } = easeCrowding({ ...scaledInto(marks, box), radius }, box);
  const grid = discGrid(x.length);
  const rounds = Math.max(fewestRounds, Math.min(mostRounds, marksMoved / x.length));
  let discs = { x, y, radius };
  for (let size = 0; size <= mostShrinking; size += 1) {
    discs = { x, y, radius: marks.radius.map((one) => factor * one) };
    for (let round = 0; round < rounds; round += 1) {
      keepInside(discs, box);
      let overlaps = 0;
      eachOverlap(grid, discs, (larger, smaller) => {
        moveApart(discs, larger, smaller);
        overlaps += 1;
      });
      if (overlaps === 0) return { x, y, factor };
    }
    if (size < mostShrinking) factor *= shrinkage;
  }

  keepInside(discs, box);
  let share = 1;
  eachOverlap(grid, discs, (one, other) => {
    const dx = x[one] - x[other];
    const dy = y[one] - y[other];
    const distance = Math.sqrt(dx * dx + dy * dy);
    share = Math.min(share, distance / (discs.radius[one] + discs.radius[other]));
  });
  const rows = marksInRows({ x, y, radius: marks.radius }, box);
  return rows.factor > share * factor ? rows : { x, y, factor: share * factor };
}

function largestFactor(radius: Float64Array, { width, height }: Box): number {
  let area = 0;
  let largest = 0;
  for (const one of radius) {
    area += Math.PI * one * one;
    largest = Math.max(largest, one);
  }
  if (largest === 0) return 1;
  const room = Math.sqrt((fullestBox * width * height) / area);
  return Math.max(0, Math.min(1, room, Math.min(width, height) / (2 * largest)));
}

/** The middle of the layout's extent in the middle of the box, as large as it goes. */
function scaledInto({ x, y }: Positions, box: Box): Positions {
  const across = extent(x);
  const down = extent(y);
  const horizontal = across.length > 0 ? box.width / across.length : Number.POSITIVE_INFINITY;
  const vertical = down.length > 0 ? box.height / down.length : Number.POSITIVE_INFINITY;
  const most = mostStretch * Math.min(horizontal, vertical);
  const scaled = (at: number, middle: number, scale: number): number =>
    Number.isFinite(most) ? (at - middle) * Math.min(scale, most) : 0;
  return {
    x: x.map((at) => box.x + box.width / 2 + scaled(at, across.middle, horizontal)),
    y: y.map((at) => box.y + box.height / 2 + scaled(at, down.middle, vertical)),
  };
}

function extent(values: Float64Array): { middle: number; length: number } {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return { middle: (least + most) / 2, length: most - least };
}

function keepInside({ x, y, radius }: Discs, box: Box): void {
  for (let mark = 0; mark < x.length; mark += 1) {
    const room = radius[mark];
    x[mark] = Math.max(box.x + room, Math.min(box.x + box.width - room, x[mark]));
    y[mark] = Math.max(box.y + room, Math.min(box.y + box.height - room, y[mark]));
  }
}

/** Until two marks just do not touch, the larger giving way less. */
function moveApart({ x, y, radius }: Discs, larger: number, smaller: number): void {
  let dx = x[smaller] - x[larger];
  let dy = y[smaller] - y[larger];
  let distance = Math.sqrt(dx * dx + dy * dy);
  const wanted = clearance * (radius[larger] + radius[smaller]);
  const missing = wanted - distance;
  if (distance < 1e-9 * wanted) {
    dx = Math.cos(goldenAngle * smaller);
    dy = Math.sin(goldenAngle * smaller);
    distance = 1;
  }
  // By areas, of which the squares of tiny radii would leave nothing.
  const ratio = radius[smaller] / radius[larger];
  const largerShare = (ratio * ratio) / (1 + ratio * ratio);
  const stepX = (dx / distance) * missing;
  const stepY = (dy / distance) * missing;
  x[larger] -= stepX * largerShare;
  y[larger] -= stepY * largerShare;
  x[smaller] += stepX * (1 - largerShare);
  y[smaller] += stepY * (1 - largerShare);
}
