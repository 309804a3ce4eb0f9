/**
 * A long list of which each row is made when it is asked for, and not kept: half a million people as
 * objects take more memory than everything that they are made of.
 */
export interface Rows<Row> extends Iterable<Row> {
  readonly length: number;
  /** The row of an index below the length. */
  row(index: number): Row;
}

/** Rows that `row` makes, always the same of the same index. */
export function makeRows<Row>(length: number, row: (index: number) => Row): Rows<Row> {
  return {
    length,
    row,
    *[Symbol.iterator]() {
      for (let index = 0; index < length; index += 1) yield row(index);
    },
  };
}
