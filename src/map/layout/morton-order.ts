import type { Positions } from "../../model/layout.js";

const axisSteps = 2 ** 16 - 1;
const digitBits = 11;
const digitCount = 3;

export interface MortonOrder {
  /** Place in the order to node. */
  readonly order: Int32Array;
  /** Place in the order to key, ascending: 16 bits of x and of y, y's the higher of each pair. */
  readonly key: Uint32Array;
  readonly otherOrder: Int32Array;
  readonly otherKey: Uint32Array;
  readonly digitStart: Int32Array;
}

/** Room to sort that many nodes again and again. */
export function mortonOrder(nodeCount: number): MortonOrder {
  return {
    order: new Int32Array(nodeCount),
    key: new Uint32Array(nodeCount),
    otherOrder: new Int32Array(nodeCount),
    otherKey: new Uint32Array(nodeCount),
    digitStart: new Int32Array(2 ** digitBits),
  };
}

/**
 * Sorts the nodes along the Z-curve over their bounding square, so that every cell of a quadtree
 * is a run of neighbours. Nodes on the same spot keep their order. O(nodes).
 */
export function sortByMorton(into: MortonOrder, { x, y }: Positions): void {
  const { order, key, otherOrder, otherKey, digitStart } = into;
  setKeys(into, x, y);
  for (let node = 0; node < order.length; node += 1) order[node] = node;
  for (let digit = 0; digit < digitCount; digit += 1) {
    const shift = digit * digitBits;
    if (digit === 1) sortByDigit(otherKey, otherOrder, key, order, digitStart, shift);
    else sortByDigit(key, order, otherKey, otherOrder, digitStart, shift);
  }
  // Three passes end in the other arrays.
  key.set(otherKey);
  order.set(otherOrder);
}

function setKeys({ key }: MortonOrder, x: Float64Array, y: Float64Array): void {
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (let node = 0; node < x.length; node += 1) {
    if (x[node] < left) left = x[node];
    if (x[node] > right) right = x[node];
    if (y[node] < top) top = y[node];
    if (y[node] > bottom) bottom = y[node];
  }
  const side = Math.max(right - left, bottom - top);
  const stepsPerUnit = side > 0 ? axisSteps / side : 0;
  for (let node = 0; node < x.length; node += 1) {
    const column = spreadBits(((x[node] - left) * stepsPerUnit) | 0);
    const row = spreadBits(((y[node] - top) * stepsPerUnit) | 0);
    key[node] = column | (row << 1);
  }
}

/** Puts a zero before each of 16 bits. */
function spreadBits(number: number): number {
  let bits = number;
  bits = (bits | (bits << 8)) & 0x00ff00ff;
  bits = (bits | (bits << 4)) & 0x0f0f0f0f;
  bits = (bits | (bits << 2)) & 0x33333333;
  return (bits | (bits << 1)) & 0x55555555;
}

function sortByDigit(
  key: Uint32Array,
  order: Int32Array,
  toKey: Uint32Array,
  toOrder: Int32Array,
  digitStart: Int32Array,
  shift: number,
): void {
  const mask = digitStart.length - 1;
  digitStart.fill(0);
  for (let place = 0; place < key.length; place += 1)
    digitStart[(key[place] >>> shift) & mask] += 1;
  let start = 0;
  for (let digit = 0; digit <= mask; digit += 1) {
    const count = digitStart[digit];
    digitStart[digit] = start;
    start += count;
  }
  for (let place = 0; place < key.length; place += 1) {
    const digit = (key[place] >>> shift) & mask;
    const to = digitStart[digit];
    digitStart[digit] = to + 1;
    toKey[to] = key[place];
    toOrder[to] = order[place];
  }
}
