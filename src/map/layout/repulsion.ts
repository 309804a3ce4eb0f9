import type { Positions } from "../../model/layout.js";
import { cellField, plantQuadtree, type Quadtree, quadtree } from "./quadtree.js";

/** Two cells are far apart where their radii sum to less than this share of their distance. */
const openingAngle = 0.85;

/** Below this many pairs of nodes, taking each is cheaper than one exchange between cells. */
const cheapPairs = 8;

/** Added to a squared distance, so that two nodes on one spot do not divide by 0. */
const leastSquaredDistance = 1e-12;

/** Sums into `forceX` and `forceY`, for each node, Σ mass · mass' / distance away from the others. */
type AddRepulsion = (
  positions: Positions,
  mass: Float64Array,
  strength: number,
  force: Positions,
) => void;

/**
 * Prepares repulsion that falls with distance, as in ForceAtlas2, for that many nodes. Nothing is
 * allocated when it is called, and the same positions give the same bytes. O(nodes) a call, for
 * nodes that do not pile up.
 *
 * A force of mass / distance in the plane is the complex conjugate of mass / (z − z'), so cells
 * that are far apart exchange Taylor series, and pairs of cells are walked together: Barnes and Hut
 * (1986), A hierarchical O(N log N) force-calculation algorithm; Greengard and Rokhlin (1987), A
 * fast algorithm for particle simulations; Dehnen (2002), A hierarchical O(N) force calculation
 * algorithm. Series end after the third order.
 */
export function repulsion(nodeCount: number): AddRepulsion {
  const tree = quadtree(nodeCount);
  const fieldX = new Float64Array(nodeCount);
  const fieldY = new Float64Array(nodeCount);
  const addFields = fieldsBetweenCells(tree, fieldX, fieldY);

  return (positions, mass, strength, force) => {
    if (nodeCount === 0) return;
    plantQuadtree(tree, positions, mass);
    fieldX.fill(0);
    fieldY.fill(0);
    addFields();
    handDown(tree);
    addFieldOfLeaves(tree, fieldX, fieldY);
    const { order } = tree.morton;
    for (let place = 0; place < nodeCount; place += 1) {
      const node = order[place];
      force.x[node] += strength * mass[node] * fieldX[place];
      force.y[node] += strength * mass[node] * fieldY[place];
    }
  };
}

/** Every pair of nodes once: near pairs directly, far ones between the largest cells possible. */
function fieldsBetweenCells(
  tree: Quadtree,
  fieldX: Float64Array,
  fieldY: Float64Array,
): () => void {
  const { first, end, next, cells, x, y, mass } = tree;

  const pushWithin = (cell: number): void => {
    const stop = end[cell];
    for (let one = first[cell]; one < stop; one += 1) pushNodes(one, one + 1, stop);
  };

  const pushNodes = (one: number, start: number, stop: number): void => {
    const oneX = x[one];
    const oneY = y[one];
    const oneMass = mass[one];
    let sumX = 0;
    let sumY = 0;
    for (let other = start; other < stop; other += 1) {
      const dx = oneX - x[other];
      const dy = oneY - y[other];
      const inverse = 1 / (dx * dx + dy * dy + leastSquaredDistance);
      const pushX = dx * inverse;
      const pushY = dy * inverse;
      const otherMass = mass[other];
      sumX += otherMass * pushX;
      sumY += otherMass * pushY;
      fieldX[other] -= oneMass * pushX;
      fieldY[other] -= oneMass * pushY;
    }
    fieldX[one] += sumX;
    fieldY[one] += sumY;
  };

  const pushDirectly = (a: number, b: number): void => {
    const stop = end[a];
    for (let one = first[a]; one < stop; one += 1) pushNodes(one, first[b], end[b]);
  };

  const within = (cell: number): void => {
    const stop = next[cell];
    if (stop === cell + 1) {
      pushWithin(cell);
      return;
    }
    for (let a = cell + 1; a < stop; a = next[a]) {
      within(a);
      for (let b = next[a]; b < stop; b = next[b]) between(a, b);
    }
  };

  const between = (a: number, b: number): void => {
    const atA = a * cellField.size;
    const atB = b * cellField.size;
    const dx = cells[atA] - cells[atB];
    const dy = cells[atA + 1] - cells[atB + 1];
    const squared = dx * dx + dy * dy;
    const radiusA = cells[atA + 2];
    const radiusB = cells[atB + 2];
    const reach = (radiusA + radiusB) / openingAngle;
    if (squared > reach * reach) {
      if ((end[a] - first[a]) * (end[b] - first[b]) <= cheapPairs) pushDirectly(a, b);
      else exchange(cells, atA, atB, dx, dy, squared);
      return;
    }
    const leafA = next[a] === a + 1;
    const leafB = next[b] === b + 1;
    if (leafA && leafB) {
      pushDirectly(a, b);
    } else if (leafB || (!leafA && radiusA >= radiusB)) {
      for (let child = a + 1; child < next[a]; child = next[child]) between(child, b);
    } else {
      for (let child = b + 1; child < next[b]; child = next[child]) between(a, child);
    }
  };

  return () => within(0);
}

/** Adds to each of two far cells the series of the other's field about its own centre. */
function exchange(
  cells: Float64Array,
  atA: number,
  atB: number,
  dx: number,
  dy: number,
  squared: number,
): void {
  // Powers of 1 / (centre of A − centre of B).
  const x1 = dx / squared;
  const y1 = -dy / squared;
  const x2 = x1 * x1 - y1 * y1;
  const y2 = 2 * x1 * y1;
  const x3 = x2 * x1 - y2 * y1;
  const y3 = x2 * y1 + y2 * x1;
  const x4 = x2 * x2 - y2 * y2;
  const y4 = 2 * x2 * y2;

  const massB = cells[atB + 3];
  const secondBX = cells[atB + 4];
  const secondBY = cells[atB + 5];
  const thirdBX = cells[atB + 6];
  const thirdBY = cells[atB + 7];
  cells[atA + 8] += massB * x1 + secondBX * x3 - secondBY * y3 + thirdBX * x4 - thirdBY * y4;
  cells[atA + 9] += massB * y1 + secondBX * y3 + secondBY * x3 + thirdBX * y4 + thirdBY * x4;
  cells[atA + 10] -= massB * x2 + 3 * (secondBX * x4 - secondBY * y4);
  cells[atA + 11] -= massB * y2 + 3 * (secondBX * y4 + secondBY * x4);
  cells[atA + 12] += massB * x3;
  cells[atA + 13] += massB * y3;
  cells[atA + 14] -= massB * x4;
  cells[atA + 15] -= massB * y4;

  // Seen from B the odd powers change their sign.
  const massA = cells[atA + 3];
  const secondAX = cells[atA + 4];
  const secondAY = cells[atA + 5];
  const thirdAX = cells[atA + 6];
  const thirdAY = cells[atA + 7];
  cells[atB + 8] += thirdAX * x4 - thirdAY * y4 - massA * x1 - secondAX * x3 + secondAY * y3;
  cells[atB + 9] += thirdAX * y4 + thirdAY * x4 - massA * y1 - secondAX * y3 - secondAY * x3;
  cells[atB + 10] -= massA * x2 + 3 * (secondAX * x4 - secondAY * y4);
  cells[atB + 11] -= massA * y2 + 3 * (secondAX * y4 + secondAY * x4);
  cells[atB + 12] -= massA * x3;
  cells[atB + 13] -= massA * y3;
  cells[atB + 14] -= massA * x4;
  cells[atB + 15] -= massA * y4;
}

/** Moves each cell's series to its children's centres, from the root down. */
function handDown({ cells, parent, cellCount }: Quadtree): void {
  for (let cell = 1; cell < cellCount; cell += 1) {
    const at = cell * cellField.size;
    const from = parent[cell] * cellField.size;
    const dx = cells[at] - cells[from];
    const dy = cells[at + 1] - cells[from + 1];
    const x1 = cells[from + 10];
    const y1 = cells[from + 11];
    const x2 = cells[from + 12];
    const y2 = cells[from + 13];
    const x3 = cells[from + 14];
    const y3 = cells[from + 15];
    // The cubic's coefficients at the shifted origin, highest first.
    const cubicX = x3 * dx - y3 * dy;
    const cubicY = x3 * dy + y3 * dx;
    const sumX = x2 + cubicX;
    const sumY = y2 + cubicY;
    const lineX = x1 + sumX * dx - sumY * dy;
    const lineY = y1 + sumX * dy + sumY * dx;
    const bendX = cubicX + sumX;
    const bendY = cubicY + sumY;
    cells[at + 8] += cells[from + 8] + lineX * dx - lineY * dy;
    cells[at + 9] += cells[from + 9] + lineX * dy + lineY * dx;
    cells[at + 10] += lineX + bendX * dx - bendY * dy;
    cells[at + 11] += lineY + bendX * dy + bendY * dx;
    cells[at + 12] += x2 + 3 * cubicX;
    cells[at + 13] += y2 + 3 * cubicY;
    cells[at + 14] += x3;
    cells[at + 15] += y3;
  }
}

function addFieldOfLeaves(tree: Quadtree, fieldX: Float64Array, fieldY: Float64Array): void {
  const { cells, first, end, next, x, y, cellCount } = tree;
  for (let cell = 0; cell < cellCount; cell += 1) {
    if (next[cell] !== cell + 1) continue;
    const at = cell * cellField.size;
    for (let place = first[cell]; place < end[cell]; place += 1) {
      const dx = x[place] - cells[at];
      const dy = y[place] - cells[at + 1];
      const x2 = cells[at + 12] + cells[at + 14] * dx - cells[at + 15] * dy;
      const y2 = cells[at + 13] + cells[at + 14] * dy + cells[at + 15] * dx;
      const x1 = cells[at + 10] + x2 * dx - y2 * dy;
      const y1 = cells[at + 11] + x2 * dy + y2 * dx;
      fieldX[place] += cells[at + 8] + x1 * dx - y1 * dy;
      // The force is the conjugate of the field.
      fieldY[place] -= cells[at + 9] + x1 * dy + y1 * dx;
    }
  }
}
