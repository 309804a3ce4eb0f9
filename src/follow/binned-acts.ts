import { type CsrRows, offsetsOf } from "../model/csr.js";

/**
 * Who had to do with whom in which bin of time, each once: the groups of an account are a row,
 * newest bin first, and the people of group g `groups[g] .. groups[g + 1]`, by account.
 */
export interface BinnedActs extends CsrRows {
  /** Age of a group in bins, from 0. */
  readonly bin: Int32Array;
  readonly groups: Int32Array;
  readonly person: Int32Array;
  /** 1 where one of the person's acts in the bin is marked. */
  readonly isMarked: Uint8Array;
}

export interface Acts {
  readonly count: number;
  /** Whose groups they make. */
  readonly owner: Int32Array;
  /** Age in whole bins. */
  readonly bin: Int32Array;
  readonly person: Int32Array;
  readonly isMarked: Uint8Array;
}

/** Groups acts by owner and bin, a person once a group. O(n log n). */
export function binActs(acts: Acts, accountCount: number): BinnedActs {
  const { owner, bin, person, isMarked } = acts;
  const rows = Int32Array.from({ length: acts.count }, (_, row) => row).sort(
    (a, b) => owner[a] - owner[b] || bin[a] - bin[b] || person[a] - person[b] || a - b,
  );
  const owners: number[] = [];
  const bins: number[] = [];
  const groups: number[] = [];
  const people: number[] = [];
  const marks: number[] = [];
  for (const [at, row] of rows.entries()) {
    const before = rows[at - 1];
    const isNewGroup = at === 0 || owner[row] !== owner[before] || bin[row] !== bin[before];
    if (isNewGroup) {
      owners.push(owner[row]);
      bins.push(bin[row]);
      groups.push(people.length);
    }
    if (isNewGroup || person[row] !== person[before]) {
      people.push(person[row]);
      marks.push(0);
    }
    if (isMarked[row] === 1) marks[marks.length - 1] = 1;
  }
  return {
    offsets: offsetsOf(owners, accountCount),
    bin: Int32Array.from(bins),
    groups: Int32Array.from([...groups, people.length]),
    person: Int32Array.from(people),
    isMarked: Uint8Array.from(marks),
  };
}
