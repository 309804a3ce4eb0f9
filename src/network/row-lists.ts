import type { RowLists } from "../model/corpus.js";

/** Pairs of a row and a value, in two columns of the same length. */
export interface Pairs {
  readonly rows: number[];
  readonly values: number[];
}

/** Pairs that are none yet. */
export function startPairs(): Pairs {
  return { rows: [], values: [] };
}

/**
 * Groups pairs by row: each row's values ascending, each once. Pairs whose row is negative are
 * left out. Linear in pairs but for the sort inside a row.
 */
export function listsByRow(rowCount: number, pairs: Pairs): RowLists {
  const counts = new Int32Array(rowCount + 1);
  for (const row of pairs.rows) if (row >= 0) counts[row + 1] += 1;
  for (let row = 0; row < rowCount; row += 1) counts[row + 1] += counts[row];
  const values = new Int32Array(counts[rowCount]);
  const next = counts.slice();
  for (const [at, row] of pairs.rows.entries()) {
    if (row < 0) continue;
    values[next[row]] = pairs.values[at];
    next[row] += 1;
  }
  return withoutRepeats({ offsets: counts, values });
}

function withoutRepeats({ offsets, values }: RowLists): RowLists {
  const rowCount = offsets.length - 1;
  const packed = new Int32Array(rowCount + 1);
  let end = 0;
  for (let row = 0; row < rowCount; row += 1) {
    const list = values.subarray(offsets[row], offsets[row + 1]).sort();
    for (const [at, value] of list.entries()) {
      if (at > 0 && list[at - 1] === value) continue;
      values[end] = value;
      end += 1;
    }
    packed[row + 1] = end;
  }
  return { offsets: packed, values: values.slice(0, end) };
}
