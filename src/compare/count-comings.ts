import type { Comings } from "../model/sliced.js";

/**
 * Who comes, stays and goes from slice to slice; `slices` holds who took part in each. People are those of the
 * slice before, less leavers, and with newcomers and returners. In the first slice everybody is new. O(people of all slices).
 */
export function countComings(slices: readonly Int32Array[]): Comings[] {
  const seen = new Set<number>();
  let before: ReadonlySet<number> = new Set();
  return slices.map((people) => {
    const here = new Set(people);
    const counts = { newcomers: 0, returners: 0, stayers: 0 };
    for (const person of here) {
      if (!seen.has(person)) counts.newcomers += 1;
      else if (before.has(person)) counts.stayers += 1;
      else counts.returners += 1;
      seen.add(person);
    }
    const leavers = before.size - counts.stayers;
    before = here;
    return { people: here.size, ...counts, leavers };
  });
}
