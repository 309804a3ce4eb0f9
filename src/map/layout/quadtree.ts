import type { Positions } from "../../model/layout.js";
import { type MortonOrder, mortonOrder, sortByMorton } from "./morton-order.js";

/** Splitting further costs more than the pairs that it saves. */
const leafSize = 8;

/** The higher pair of the 32 bits of a Morton key. */
const topShift = 30;

/** Numbers kept for a cell, one after the other so that they share a cache line. */
export const cellField = {
  centreX: 0,
  centreY: 1,
  radius: 2,
  mass: 3,
  secondX: 4,
  secondY: 5,
  thirdX: 6,
  thirdY: 7,
  /** Four complex coefficients of the field that far cells make in this one. */
  field: 8,
  size: 16,
} as const;

/**
 * A quadtree without pointers to children: cells stand in depth-first order, a cell's first child
 * is the next cell, and `next` skips all that is inside. Nodes stand in Morton order, so a cell's
 * nodes are those from `first` up to `end`. A cell with all its nodes in one quarter is not kept.
 */
export interface Quadtree {
  cellCount: number;
  readonly morton: MortonOrder;
  readonly first: Int32Array;
  readonly end: Int32Array;
  readonly next: Int32Array;
  readonly parent: Int32Array;
  /** `cellField.size` numbers a cell. */
  readonly cells: Float64Array;
  /** In Morton order. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly mass: Float64Array;
}

/** Room for a tree over that many nodes, to be planted again and again. */
export function quadtree(nodeCount: number): Quadtree {
  // Every cell that is not a leaf has two children or more.
  const cellCapacity = Math.max(1, 2 * nodeCount);
  return {
    cellCount: 0,
    morton: mortonOrder(nodeCount),
    first: new Int32Array(cellCapacity),
    end: new Int32Array(cellCapacity),
    next: new Int32Array(cellCapacity),
    parent: new Int32Array(cellCapacity),
    cells: new Float64Array(cellCapacity * cellField.size),
    x: new Float64Array(nodeCount),
    y: new Float64Array(nodeCount),
    mass: new Float64Array(nodeCount),
  };
}

/**
 * Sorts the nodes into cells of eight or fewer (more only where they are too close to be told
 * apart) and sums up each cell: mass, centre of mass, the distance from there to its farthest node
 * (an upper bound), and the second and third moments as complex numbers, Σ m (z − centre)^k.
 * At least one node; masses above 0. O(nodes · depth).
 */
export function plantQuadtree(tree: Quadtree, positions: Positions, mass: Float64Array): void {
  sortByMorton(tree.morton, positions);
  const { order } = tree.morton;
  for (let place = 0; place < order.length; place += 1) {
    const node = order[place];
    tree.x[place] = positions.x[node];
    tree.y[place] = positions.y[node];
    tree.mass[place] = mass[node];
  }
  tree.cellCount = 0;
  addCell(tree, 0, order.length, topShift, -1);
  tree.cells.fill(0, 0, tree.cellCount * cellField.size);
  for (let cell = tree.cellCount - 1; cell >= 0; cell -= 1) {
    if (tree.next[cell] === cell + 1) sumLeaf(tree, cell);
    else sumChildren(tree, cell);
  }
}

function addCell(tree: Quadtree, first: number, end: number, topBit: number, parent: number): void {
  const { key } = tree.morton;
  const cell = tree.cellCount;
  tree.cellCount += 1;
  tree.first[cell] = first;
  tree.end[cell] = end;
  tree.parent[cell] = parent;

  let shift = topBit;
  const differing = key[first] ^ key[end - 1];
  while (shift >= 0 && differing >>> shift === 0) shift -= 2;
  if (end - first > leafSize && shift >= 0) {
    let start = first;
    while (start < end) {
      const quarter = key[start] >>> shift;
      let stop = start + 1;
      while (stop < end && key[stop] >>> shift === quarter) stop += 1;
      addCell(tree, start, stop, shift - 2, cell);
      start = stop;
    }
  }
  tree.next[cell] = tree.cellCount;
}

function sumLeaf(tree: Quadtree, cell: number): void {
  const { x, y, mass, cells } = tree;
  const first = tree.first[cell];
  const end = tree.end[cell];
  let total = 0;
  let sumX = 0;
  let sumY = 0;
  for (let place = first; place < end; place += 1) {
    total += mass[place];
    sumX += mass[place] * x[place];
    sumY += mass[place] * y[place];
  }
  const centreX = sumX / total;
  const centreY = sumY / total;
  let farthest = 0;
  let secondX = 0;
  let secondY = 0;
  let thirdX = 0;
  let thirdY = 0;
  for (let place = first; place < end; place += 1) {
    const dx = x[place] - centreX;
    const dy = y[place] - centreY;
    farthest = Math.max(farthest, dx * dx + dy * dy);
    const squareX = mass[place] * (dx * dx - dy * dy);
    const squareY = mass[place] * 2 * dx * dy;
    secondX += squareX;
    secondY += squareY;
    thirdX += squareX * dx - squareY * dy;
    thirdY += squareX * dy + squareY * dx;
  }
  const at = cell * cellField.size;
  cells[at + cellField.centreX] = centreX;
  cells[at + cellField.centreY] = centreY;
  cells[at + cellField.radius] = Math.sqrt(farthest);
  cells[at + cellField.mass] = total;
  cells[at + cellField.secondX] = secondX;
  cells[at + cellField.secondY] = secondY;
  cells[at + cellField.thirdX] = thirdX;
  cells[at + cellField.thirdY] = thirdY;
}

function sumChildren(tree: Quadtree, cell: number): void {
  const { next, cells } = tree;
  const stop = next[cell];
  let total = 0;
  let sumX = 0;
  let sumY = 0;
  for (let child = cell + 1; child < stop; child = next[child]) {
    const from = child * cellField.size;
    const mass = cells[from + cellField.mass];
    total += mass;
    sumX += mass * cells[from + cellField.centreX];
    sumY += mass * cells[from + cellField.centreY];
  }
  const at = cell * cellField.size;
  const centreX = sumX / total;
  const centreY = sumY / total;
  cells[at + cellField.centreX] = centreX;
  cells[at + cellField.centreY] = centreY;
  cells[at + cellField.mass] = total;
  for (let child = cell + 1; child < stop; child = next[child]) {
    const from = child * cellField.size;
    const mass = cells[from + cellField.mass];
    const dx = cells[from + cellField.centreX] - centreX;
    const dy = cells[from + cellField.centreY] - centreY;
    const reach = Math.sqrt(dx * dx + dy * dy) + cells[from + cellField.radius];
    if (reach > cells[at + cellField.radius]) cells[at + cellField.radius] = reach;
    const squareX = mass * (dx * dx - dy * dy);
    const squareY = mass * 2 * dx * dy;
    const secondX = cells[from + cellField.secondX];
    const secondY = cells[from + cellField.secondY];
    cells[at + cellField.secondX] += secondX + squareX;
    cells[at + cellField.secondY] += secondY + squareY;
    cells[at + cellField.thirdX] +=
      cells[from + cellField.thirdX] + (3 * secondX + squareX) * dx - (3 * secondY + squareY) * dy;
    cells[at + cellField.thirdY] +=
      cells[from + cellField.thirdY] + (3 * secondX + squareX) * dy + (3 * secondY + squareY) * dx;
  }
}
