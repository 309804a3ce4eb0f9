import { type Csr, groupBy } from "../model/csr.js";

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
export function listsByRow(rowCount: number, pairs: Pairs): Csr {
  const { offsets, columns } = groupBy(pairs.rows, rowCount);
  return withoutRepeats({ offsets, columns: columns.map((pair) => pairs.values[pair]) });
}

function withoutRepeats({ offsets, columns }: Csr): Csr {
  const rowCount = offsets.length - 1;
  const packed = new Int32Array(rowCount + 1);
  let end = 0;
  for (let row = 0; row < rowCount; row += 1) {
    const list = columns.subarray(offsets[row], offsets[row + 1]).sort();
    for (const [at, value] of list.entries()) {
      if (at > 0 && list[at - 1] === value) continue;
      columns[end] = value;
      end += 1;
    }
    packed[row + 1] = end;
  }
  return { offsets: packed, columns: columns.slice(0, end) };
}
