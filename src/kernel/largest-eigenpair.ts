import { type Diagonal, diagonalize } from "./diagonalize.js";

interface Eigenpair {
  readonly value: number;
  /** Of length 1. */
  readonly vector: Float64Array;
}

/** Writes the matrix times `from` into `to`. */
type Multiply = (from: Float64Array, to: Float64Array) => void;

/** Vectors that are held before the best of them are kept and the others left. */
const mostVectors = 16;
const keptVectors = 6;

/** How far the vector may be from the true one, by what is left and how far the next value is. */
const largestError = 1e-12;

/** Nothing is left that is more than rounding, beside the value. */
const roundingError = 1e-15;

/** Two values that so many products do not tell apart stay mixed; small matrices may take more. */
const mostProducts = 1000;
const mostWork = 1e7;

/**
 * The largest eigenvalue of a symmetric matrix that is known by its products alone, and its vector,
 * to 1e-12 of its length. Some 10 to 30 products where the next value is well below; after 1000, or
 * more on small matrices, the best that was found. The start must not be at right angles to the vector.
 * O(16 · size) beside each product, and 17 vectors of memory.
 *
 * Lanczos (1950), An iteration method for the solution of the eigenvalue problem; Wu and Simon
 * (2000), Thick-restart Lanczos method for large symmetric eigenvalue problems.
 */
export function largestEigenpair(multiply: Multiply, start: Float64Array): Eigenpair {
  const basis = [scaled(start, 1 / Math.sqrt(product(start, start)))];
  /** The matrix as the basis sees it. */
  const seen = Array.from({ length: mostVectors }, () => new Array<number>(mostVectors).fill(0));
  const most = Math.max(mostProducts, mostWork / start.length);
  let kept = 0;
  for (let products = 1; ; ) {
    for (let at = kept; at < mostVectors; at += 1, products += 1) {
      const next = basis[at + 1] ?? new Float64Array(start.length);
      basis[at + 1] = next;
      multiply(basis[at], next);
      seen[at][at] = takeOut(basis, at, next);
      const rest = Math.sqrt(product(next, next));
      const found = diagonalize(seen, at + 1);
      if (isNear(found, rest) || products >= most) {
        return { value: found.values[0], vector: combined(basis, found) };
      }
      scale(next, 1 / rest);
      if (at + 1 < mostVectors) {
        seen[at][at + 1] = rest;
        seen[at + 1][at] = rest;
      } else keepBest(basis, seen, found, rest);
    }
    kept = keptVectors;
  }
}

/** Takes all vectors of the basis up to `last` out of `vector`; how much there was of the last. */
function takeOut(basis: readonly Float64Array[], last: number, vector: Float64Array): number {
  let part = product(basis[0], vector);
  for (let at = 0; at < last; at += 1) {
    part = takeOutAndMeasure(vector, basis[at], part, basis[at + 1]);
  }
  takeOutAndMeasure(vector, basis[last], part, basis[last]);
  return part;
}

/** One walk over the vectors for both, since they are long. */
function takeOutAndMeasure(
  vector: Float64Array,
  one: Float64Array,
  part: number,
  other: Float64Array,
): number {
  let sum = 0;
  for (let at = 0; at < vector.length; at += 1) {
    const value = vector[at] - part * one[at];
    vector[at] = value;
    sum += value * other[at];
  }
  return sum;
}

function isNear({ values, vectors }: Diagonal, rest: number): boolean {
  const left = rest * Math.abs(vectors[vectors.length - 1][0]);
  const gap = values.length > 1 ? values[0] - values[1] : values[0];
  return left <= Math.max(largestError * gap, roundingError * values[0]);
}

/** The basis becomes its best vectors and the one that would have come next. */
function keepBest(
  basis: Float64Array[],
  seen: number[][],
  { values, vectors }: Diagonal,
  rest: number,
): void {
  const size = basis[0].length;
  for (let from = 0; from < size; from += 512) {
    turnRows(basis, vectors, from, Math.min(from + 512, size));
  }
  const next = basis[mostVectors];
  basis[mostVectors] = basis[keptVectors];
  basis[keptVectors] = next;
  for (const row of seen) row.fill(0);
  for (let at = 0; at < keptVectors; at += 1) {
    const shared = rest * vectors[mostVectors - 1][at];
    seen[at][at] = values[at];
    seen[at][keptVectors] = shared;
    seen[keptVectors][at] = shared;
  }
}

function turnRows(
  basis: readonly Float64Array[],
  vectors: Diagonal["vectors"],
  from: number,
  to: number,
): void {
  const row = new Float64Array(mostVectors);
  for (let at = from; at < to; at += 1) {
    for (let each = 0; each < mostVectors; each += 1) row[each] = basis[each][at];
    for (let kept = 0; kept < keptVectors; kept += 1) {
      let sum = 0;
      for (let each = 0; each < mostVectors; each += 1) sum += row[each] * vectors[each][kept];
      basis[kept][at] = sum;
    }
  }
}

/** The vector of the largest value, in the terms in which the basis is given. */
function combined(basis: readonly Float64Array[], { vectors }: Diagonal): Float64Array {
  const vector = new Float64Array(basis[0].length);
  for (const [at, row] of vectors.entries()) addTimes(vector, basis[at], row[0]);
  scale(vector, 1 / Math.sqrt(product(vector, vector)));
  return vector;
}

function addTimes(vector: Float64Array, other: Float64Array, factor: number): void {
  for (let at = 0; at < vector.length; at += 1) vector[at] += factor * other[at];
}

function product(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += one[at] * other[at];
  return sum;
}

function scale(vector: Float64Array, factor: number): void {
  for (let at = 0; at < vector.length; at += 1) vector[at] *= factor;
}

function scaled(vector: Float64Array, factor: number): Float64Array {
  const copy = vector.slice();
  scale(copy, factor);
  return copy;
}
