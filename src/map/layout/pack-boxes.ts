import type { Box } from "../../model/layout.js";
import { squarify } from "./treemap.js";

export type Packing = "treemap" | "doughnut" | "croissant";

interface PackedBoxes {
  readonly packing: Packing;
  /** In the order of the weights. */
  readonly boxes: readonly Box[];
}

const doughnutFrom = 0.1;
const croissantFrom = 0.45;
/** With fewer there is no ring to speak of. */
const fewestBoxesInRing = 6;
/** A box longer than so many times its width is no place for a network. */
const longestAspect = 4;
/** Of the pane: the shape of smaller boxes does not decide between packings. */
const smallBox = 0.01;

/**
 * Tiles a pane with boxes, area in proportion to weight, the largest first and the leftovers, which
 * may have any weight, last. Where the two largest hold 10 to 45 % of all, the first stands in the
 * middle of a ring of the others (doughnut), so that ties to it cross nobody else's box; with more,
 * at the top of a horseshoe (croissant); else, or where a ring would be of slivers, all form a
 * treemap.
 *
 * Chaturvedi, Dunne, Ashktorab, Zachariah and Shneiderman (2014), Group-in-a-box meta-layouts for
 * topological clusters and attribute-based groups.
 */
export function packBoxes(weights: readonly number[], leftovers: number, pane: Box): PackedBoxes {
  const treemap: PackedBoxes = { packing: "treemap", boxes: packTreemap(weights, leftovers, pane) };
  if (weights.length < fewestBoxesInRing || leftovers > weights.length - 2) return treemap;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const share = (weights[0] + weights[1]) / total;
  if (share < doughnutFrom) return treemap;
  const packing = share < croissantFrom ? "doughnut" : "croissant";
  const boxes = packRing(weights, pane, packing);
  const leastArea = smallBox * pane.width * pane.height;
  const worst = Math.max(longestAspect, worstAspect(treemap.boxes, leastArea));
  return worstAspect(boxes, leastArea) <= worst ? { packing, boxes } : treemap;
}

/** In one, or the leftovers beside the others, where a heavy one would flatten its neighbours. */
function packTreemap(weights: readonly number[], leftovers: number, pane: Box): readonly Box[] {
  const whole = squarify(weights, pane);
  const ordered = weights.slice(0, weights.length - leftovers);
  const last = weights.slice(ordered.length);
  if (ordered.length === 0 || last.length === 0) return whole;
  const sums = [ordered, last].map((part) => part.reduce((sum, weight) => sum + weight, 0));
  const width = (pane.width * sums[0]) / (sums[0] + sums[1]);
  const split = [
    ...squarify(ordered, { ...pane, width }),
    ...squarify(last, { ...pane, x: pane.x + width, width: pane.width - width }),
  ];
  return worstAspect(split, 0) < worstAspect(whole, 0) ? split : whole;
}

interface Strip {
  /** Shares of the pane: what it should hold, and what it does. */
  readonly target: number;
  readonly members: number[];
  sum: number;
}

/**
 * The first box in the middle, or at the top; the others in strips around it. Each goes to the
 * strip that lacks most of what it would hold if the first box had the pane's proportions; the
 * last stays at the bottom.
 */
function packRing(weights: readonly number[], pane: Box, packing: "doughnut" | "croissant"): Box[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const side = Math.sqrt(weights[0] / total);
  const bottomTarget = (1 - side) / (packing === "doughnut" ? 2 : 1);
  const startStrip = (target: number): Strip => ({ target, members: [], sum: 0 });
  const strips = {
    top: startStrip(1 - side - bottomTarget),
    left: startStrip((side * (1 - side)) / 2),
    right: startStrip((side * (1 - side)) / 2),
    bottom: startStrip(bottomTarget),
  };
  const last = weights.length - 1;
  strips.bottom.sum = weights[last] / total;
  let strip = strips.bottom;
  for (let box = 1; box < last; box += 1) {
    // Small boxes keep together: alone after large ones they would be slivers.
    if (weights[box] >= smallBox * total || strip.sum >= strip.target) {
      [strip] = Object.values(strips).sort((a, b) => b.target - b.sum - (a.target - a.sum));
    }
    strip.members.push(box);
    strip.sum += weights[box] / total;
  }
  strips.bottom.members.push(last);
  const middle = 1 - strips.top.sum - strips.bottom.sum;
  const topHeight = pane.height * strips.top.sum;
  const middleHeight = pane.height * middle;
  const leftWidth = (pane.width * strips.left.sum) / middle;
  const rightWidth = (pane.width * strips.right.sum) / middle;
  const middleRow = { y: pane.y + topHeight, height: middleHeight };
  const bottomY = pane.y + topHeight + middleHeight;
  const panes = {
    top: { ...pane, height: topHeight },
    left: { ...middleRow, x: pane.x, width: leftWidth },
    right: { ...middleRow, x: pane.x + pane.width - rightWidth, width: rightWidth },
    bottom: { ...pane, y: bottomY, height: pane.y + pane.height - bottomY },
  };
  const boxes = new Array<Box>(weights.length);
  boxes[0] = {
    ...middleRow,
    x: pane.x + leftWidth,
    width: pane.width - leftWidth - rightWidth,
  };
  for (const name of ["top", "left", "right", "bottom"] as const) {
    const { members } = strips[name];
    const inStrip = members.map((box) => weights[box]);
    const tiles = packTreemap(inStrip, name === "bottom" ? 1 : 0, panes[name]);
    for (const [index, box] of members.entries()) boxes[box] = tiles[index];
  }
  return boxes;
}

function worstAspect(boxes: readonly Box[], leastArea: number): number {
  return boxes
    .filter(({ width, height }) => width * height >= leastArea)
    .reduce((worst, { width, height }) => Math.max(worst, width / height, height / width), 1);
}
