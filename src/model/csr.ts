/** Where each row's entries stand, end to end: row i has `offsets[i] .. offsets[i + 1])`. */
export interface CsrRows {
  /** One more than rows. */
  readonly offsets: Int32Array;
}

/**
 * Compressed sparse rows (CSR): the columns of row i are `columns[offsets[i] .. offsets[i + 1])`.
 * Neighbours of people, words of posts and members of groups are all held like this.
 */
export interface Csr extends CsrRows {
  readonly columns: Int32Array;
}

/** The columns of one row, not copied. */
export function rowColumns({ offsets, columns }: Csr, row: number): Int32Array {
  return columns.subarray(offsets[row], offsets[row + 1]);
}

/** Where the rows of keys begin when their items stand in order; negative keys are left out. O(keys + rows). */
export function offsetsOf(keys: Iterable<number>, rowCount: number): Int32Array {
  const offsets = new Int32Array(rowCount + 1);
  for (const key of keys) if (key >= 0) offsets[key + 1] += 1;
  for (let row = 0; row < rowCount; row += 1) offsets[row + 1] += offsets[row];
  return offsets;
}

/**
 * Items by their key: row k holds the items whose key is k, in the order they had; those with a
 * negative key are left out. A counting sort, O(items + keys): the comparisons of another sort take
 * most of the time of a million ties.
 *
 * @param keys - One an item, below `keyCount`.
 * @param items - Indices into `keys`; all of them, ascending, if not given.
 */
export function groupBy(keys: ArrayLike<number>, keyCount: number, items?: Int32Array): Csr {
  const count = items?.length ?? keys.length;
  const offsets = new Int32Array(keyCount + 1);
  for (let at = 0; at < count; at += 1) {
    const key = keys[items === undefined ? at : items[at]];
    if (key >= 0) offsets[key + 1] += 1;
  }
  for (let key = 0; key < keyCount; key += 1) offsets[key + 1] += offsets[key];
  const columns = new Int32Array(offsets[keyCount]);
  const next = offsets.slice(0, keyCount);
  for (let at = 0; at < count; at += 1) {
    const item = items === undefined ? at : items[at];
    const key = keys[item];
    if (key < 0) continue;
    columns[next[key]] = item;
    next[key] += 1;
  }
  return { offsets, columns };
}

/** Items by one key, those that share it by another, the rest in the order they had. O(items + keys). */
export function sortByTwo(
  keys: { readonly first: ArrayLike<number>; readonly second: ArrayLike<number> },
  keyCount: number,
  items?: Int32Array,
): Int32Array {
  const bySecond = groupBy(keys.second, keyCount, items).columns;
  return groupBy(keys.first, keyCount, bySecond).columns;
}

/**
 * The transpose: row c holds the rows that have column c, ascending, whatever the order of the
 * columns was. O(rows + columns + entries).
 */
export function reverse({ offsets, columns }: Csr, rowCount: number): Csr {
  const reversed = offsetsOf(columns, rowCount);
  const next = reversed.slice(0, rowCount);
  const rows = new Int32Array(columns.length);
  for (let row = 0; row + 1 < offsets.length; row += 1) {
    for (let at = offsets[row]; at < offsets[row + 1]; at += 1) {
      const column = columns[at];
      rows[next[column]] = row;
      next[column] += 1;
    }
  }
  return { offsets: reversed, columns: rows };
}
