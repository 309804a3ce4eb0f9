import type { PageTies } from "../model/page-data.js";

/** Of somebody, their ties in ascending order. */
export type TiesOf = (person: number) => Int32Array;

/** An index of ties by person, so that nobody need look through all of them. O(people + ties). */
export function indexTies({ source, target }: PageTies, peopleCount: number): TiesOf {
  const ends = new Int32Array(peopleCount + 1);
  const forEachEnd = (act: (person: number, tie: number) => void): void => {
    for (let tie = 0; tie < source.length; tie += 1) {
      act(source[tie], tie);
      if (target[tie] !== source[tie]) act(target[tie], tie);
    }
  };
  forEachEnd((person) => {
    ends[person + 1] += 1;
  });
  for (let person = 0; person < peopleCount; person += 1) ends[person + 1] += ends[person];
  const ties = new Int32Array(ends[peopleCount]);
  const next = ends.slice();
  forEachEnd((person, tie) => {
    ties[next[person]] = tie;
    next[person] += 1;
  });
  return (person) => ties.subarray(ends[person], ends[person + 1]);
}
