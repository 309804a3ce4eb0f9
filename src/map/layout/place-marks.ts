import type { Box } from "../../model/layout.js";
import type { MapTies } from "../map-input.js";
import { fitMarks } from "./fit-marks.js";
import { layoutForce } from "./force.js";

/** Positions and radii of everybody, filled in box by box. */
export interface MarkTable {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Lowered where a box has no room for its marks. */
  readonly radius: Float64Array;
}

interface BoxContent {
  readonly nodes: readonly number[];
  /** Ties whose both ends are among `nodes`. */
  readonly ties: readonly number[];
  readonly pane: Box;
}

/** With so few ties there is nothing for forces to sort. */
const mostTiesInGrid = 3;
/** In a smaller cell nobody can see who stands beside whom. */
const leastAreaForForces = 16 * 16;
/** Of a pane, so that forces can still move marks past one another. */
const mostShareCovered = 0.4;
const gap = 1;
/** Of a cell's shorter side: among very many people all of it would be gap. */
const mostGap = 0.25;
/** People of a grid farther apart than this no longer look like one group. */
const widestCell = 220;

/** Places the people of one box inside it, none upon another: by forces, else in a grid. */
export function placeMarks(
  content: BoxContent,
  marks: MarkTable,
  network: { readonly ties: MapTies; readonly seed: number },
): void {
  const { ties, pane } = content;
  const isTiny = pane.width * pane.height < leastAreaForForces;
  if (ties.length <= mostTiesInGrid || isTiny) placeInGrid(content, marks);
  else placeByForce(content, marks, network);
}

/** The largest marks first, row by row, each in the middle of its cell. */
function placeInGrid({ nodes, pane }: BoxContent, marks: MarkTable): void {
  const count = nodes.length;
  const columns = columnsOfGrid(count, pane);
  const rows = Math.ceil(count / columns);
  const cell = {
    width: Math.min(widestCell, pane.width / columns),
    height: Math.min(widestCell, pane.height / rows),
  };
  const left = pane.x + (pane.width - columns * cell.width) / 2;
  const top = pane.y + (pane.height - rows * cell.height) / 2;
  const side = Math.min(cell.width, cell.height);
  const room = (side - Math.min(gap, mostGap * side)) / 2;
  const { x, y, radius } = marks;
  const largestFirst = [...nodes].sort((a, b) => radius[b] - radius[a] || a - b);
  for (const [index, node] of largestFirst.entries()) {
    radius[node] = Math.min(radius[node], room);
    x[node] = left + cell.width * ((index % columns) + 0.5);
    y[node] = top + cell.height * (Math.floor(index / columns) + 0.5);
  }
}

/** As many columns as make the cells nearest to squares. */
function columnsOfGrid(count: number, { width, height }: Box): number {
  if (width === 0 || height === 0) return count;
  const columns = Math.round(Math.sqrt((count * width) / height));
  return Math.min(count, Math.max(1, columns));
}

function placeByForce(
  { nodes, ties, pane }: BoxContent,
  marks: MarkTable,
  network: { readonly ties: MapTies; readonly seed: number },
): void {
  const indexOf = new Map(nodes.map((node, index) => [node, index]));
  const local = (ends: Int32Array) => Int32Array.from(ties, (tie) => indexOf.get(ends[tie]) ?? 0);
  const limit = largestRadiusThatFits(nodes, marks.radius, pane);
  // Marks that keep half a gap to themselves keep a whole one between them.
  const radius = Float64Array.from(nodes, (node) => Math.min(limit, marks.radius[node]) + gap / 2);
  const graph = {
    nodeCount: nodes.length,
    tieCount: ties.length,
    source: local(network.ties.source),
    target: local(network.ties.target),
    weight: Float64Array.from(ties, (tie) => network.ties.weight[tie]),
  };
  const fitted = fitMarks({ ...layoutForce(graph, { seed: network.seed }), radius }, pane);
  for (const [index, node] of nodes.entries()) {
    marks.x[node] = fitted.x[index];
    marks.y[node] = fitted.y[index];
    marks.radius[node] = Math.max(0, fitted.factor * radius[index] - gap / 2);
  }
}

/** The limit for radii under which marks cover no more of a pane than they may. */
function largestRadiusThatFits(nodes: readonly number[], radius: Float64Array, pane: Box): number {
  const area = pane.width * pane.height * mostShareCovered;
  const covered = (limit: number): number =>
    nodes.reduce((sum, node) => sum + (2 * Math.min(limit, radius[node]) + gap) ** 2, 0);
  let low = 0;
  let high = nodes.reduce((most, node) => Math.max(most, radius[node]), 0);
  if (covered(high) <= area) return high;
  for (let step = 0; step < 20; step += 1) {
    const middle = (low + high) / 2;
    if (covered(middle) <= area) low = middle;
    else high = middle;
  }
  return low;
}
