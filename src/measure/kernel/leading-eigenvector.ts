import type { WeightedGraph } from "./compact-graph.js";
import { largestEigenpair } from "./largest-eigenpair.js";
import { findSidedComponents, type SidedComponents } from "./sided-components.js";

/** The largest eigenvalue of a component and its vector, nobody below 0. */
interface Leading {
  readonly value: number;
  readonly vector: Float64Array;
}

/** The same, of whom it is. */
interface LocalVector extends Leading {
  readonly members: Int32Array;
}

/** Components whose eigenvalues differ by no more than this share of them are alike. */
const smallestDifference = 1e-12;

/**
 * The eigenvector of the largest eigenvalue of an undirected weighted graph, to 1e-12 of its largest
 * value: where x ← Ax leads from `start` if nothing swings to and fro. It is 0 outside of the
 * component with the largest eigenvalue, and positive within. Where several components have that
 * one, each has its own vector by how much of it there is in `start`, which is 0 or more, and more
 * for somebody in each component. All 0 without ties. In no scale of its own.
 *
 * Each component has but one such vector (Perron and Frobenius), so that they are looked for one by
 * one, and only where the value can be the largest: its square is at least the sum of squares of
 * one's ties, and at most the largest product of the strengths of two who are tied.
 *
 * Within a component two parts hardly tied to each other can be so alike that the vector is that
 * of both mixed; see `largestEigenpair`.
 */
export function leadingEigenvector(graph: WeightedGraph, start: Float64Array): Float64Array {
  const components = findSidedComponents(graph);
  const { least, most } = boundSquares(graph, components);
  let best = 0;
  for (const square of least) best = Math.max(best, Math.sqrt(square));
  const candidates: number[] = [];
  for (let component = 0; component < components.count; component += 1) {
    if (most[component] > 0) candidates.push(component);
  }
  candidates.sort((a, b) => most[b] - most[a] || a - b);

  const found: LocalVector[] = [];
  const place = new Int32Array(graph.nodeCount);
  for (const component of candidates) {
    if (Math.sqrt(most[component]) < best * (1 - smallestDifference)) break;
    const { members, inner } = orderMembers(components, component);
    const leading = solveComponent(localGraph(graph, members, place), inner);
    best = Math.max(best, leading.value);
    found.push({ ...leading, members });
  }

  const result = new Float64Array(graph.nodeCount);
  const largest = found.reduce((highest, { value }) => Math.max(highest, value), 0);
  for (const { value, members, vector } of found) {
    if (value < largest * (1 - smallestDifference)) continue;
    let length = 0;
    let inStart = 0;
    for (let at = 0; at < members.length; at += 1) {
      length += vector[at] * vector[at];
      inStart += vector[at] * start[members[at]];
    }
    for (let at = 0; at < members.length; at += 1) {
      result[members[at]] = (vector[at] * inStart) / length;
    }
  }
  return result;
}

/** Between what the square of each component's largest eigenvalue lies. */
function boundSquares(graph: WeightedGraph, { count, order, starts }: SidedComponents) {
  const { nodeCount, offsets, neighbour, weight } = graph;
  const strength = new Float64Array(nodeCount);
  for (let node = 0; node < nodeCount; node += 1) {
    for (let tie = offsets[node]; tie < offsets[node + 1]; tie += 1) strength[node] += weight[tie];
  }
  const least = new Float64Array(count);
  const most = new Float64Array(count);
  for (let component = 0; component < count; component += 1) {
    for (let at = starts[component]; at < starts[component + 1]; at += 1) {
      const node = order[at];
      let squares = 0;
      let strongest = 0;
      for (let tie = offsets[node]; tie < offsets[node + 1]; tie += 1) {
        squares += weight[tie] * weight[tie];
        strongest = Math.max(strongest, strength[neighbour[tie]]);
      }
      least[component] = Math.max(least[component], squares);
      most[component] = Math.max(most[component], strength[node] * strongest);
    }
  }
  return { least, most };
}

/** The smaller side first, of `inner` nodes; all of them where there are no sides. */
function orderMembers(
  { order, starts, side, isTwoSided }: SidedComponents,
  component: number,
): { members: Int32Array; inner: number } {
  const all = order.subarray(starts[component], starts[component + 1]);
  if (isTwoSided[component] === 0) return { members: all, inner: all.length };
  const sides = [0, 1].map((wanted) => all.filter((node) => side[node] === wanted));
  const [small, large] = sides[0].length <= sides[1].length ? sides : [sides[1], sides[0]];
  const members = new Int32Array(all.length);
  members.set(small);
  members.set(large, small.length);
  return { members, inner: small.length };
}

/** The ties among some nodes who have no others, numbered by their place among them, which `place` is for. */
function localGraph(graph: WeightedGraph, members: Int32Array, place: Int32Array): WeightedGraph {
  const nodeCount = members.length;
  const offsets = new Int32Array(nodeCount + 1);
  for (let at = 0; at < nodeCount; at += 1) {
    place[members[at]] = at;
    offsets[at + 1] = offsets[at] + graph.offsets[members[at] + 1] - graph.offsets[members[at]];
  }
  const neighbour = new Int32Array(offsets[nodeCount]);
  const weight = new Float64Array(offsets[nodeCount]);
  let count = 0;
  for (let at = 0; at < nodeCount; at += 1) {
    const end = graph.offsets[members[at] + 1];
    for (let tie = graph.offsets[members[at]]; tie < end; tie += 1) {
      neighbour[count] = place[graph.neighbour[tie]];
      weight[count] = graph.weight[tie];
      count += 1;
    }
  }
  return { nodeCount, offsets, neighbour, weight };
}

/**
 * In a component of two sides each side's part is the other's, passed on and divided by the value:
 * it is enough to look for that of the smaller side, the `inner` nodes, to which a product goes
 * there and back.
 */
function solveComponent(graph: WeightedGraph, inner: number): Leading {
  const size = graph.nodeCount;
  if (inner === size) {
    const found = largestEigenpair(
      (from, to) => multiplyRows(graph, 0, size, from, to),
      new Float64Array(size).fill(1),
    );
    return { value: found.value, vector: withoutRounding(found.vector) };
  }
  const vector = new Float64Array(size);
  const found = largestEigenpair((from, to) => {
    multiplyRows(graph, inner, size, from, vector);
    multiplyRows(graph, 0, inner, vector, to);
  }, new Float64Array(inner).fill(1));
  const value = Math.sqrt(found.value);
  const inside = withoutRounding(found.vector);
  multiplyRows(graph, inner, size, inside, vector);
  for (let at = inner; at < size; at += 1) vector[at] /= value;
  vector.set(inside);
  return { value, vector };
}

/** A sum over the ties of each node from one to another. */
function multiplyRows(
  { offsets, neighbour, weight }: WeightedGraph,
  first: number,
  last: number,
  from: Float64Array,
  to: Float64Array,
): void {
  let tie = offsets[first];
  for (let node = first; node < last; node += 1) {
    const end = offsets[node + 1];
    let sum = 0;
    for (; tie < end; tie += 1) sum += weight[tie] * from[neighbour[tie]];
    to[node] = sum;
  }
}

/** The same the right way up; what is below 0 then is rounding. */
function withoutRounding(vector: Float64Array): Float64Array {
  let sum = 0;
  for (const value of vector) sum += value;
  return vector.map((value) => Math.max(0, sum < 0 ? -value : value));
}
