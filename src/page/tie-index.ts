import { groupBy, rowColumns } from "../model/csr.js";
import type { PageTies } from "../model/page-data.js";

/** Of somebody, their ties in ascending order. */
export type TiesOf = (person: number) => Int32Array;

/** An index of ties by person, so that nobody need look through all of them. O(people + ties). */
export function indexTies({ source, target }: PageTies, peopleCount: number): TiesOf {
  // Tie t has its ends at 2 t and 2 t + 1; a loop has but one.
  const ends = Int32Array.from({ length: 2 * source.length }, (_, end) => {
    const tie = end >> 1;
    if (end % 2 === 0) return source[tie];
    return target[tie] === source[tie] ? -1 : target[tie];
  });
  const { offsets, columns } = groupBy(ends, peopleCount);
  const ties = { offsets, columns: columns.map((end) => end >> 1) };
  return (person) => rowColumns(ties, person);
}
