import { hypergeometricTail, logFactorials } from "../kernel/hypergeometric-tail.js";

/** Two groups that have people in common. */
interface GroupPair {
  readonly before: number;
  readonly now: number;
  /** People in both. */
  readonly shared: number;
  /** People in both, of all in either who were there both times. */
  readonly jaccard: number;
  /** How likely so many or more are in both if people changed places at random. */
  readonly chance: number;
}

export interface GroupPairs {
  readonly pairs: readonly GroupPair[];
  /** How many pairs could have people in common: those whose groups both have people who were there both times. */
  readonly comparisons: number;
}

/**
 * Groups of the same people at two times, by what they have in common: labels from 0, -1 for whoever is in none.
 * Only people who are in a group both times are counted, so that newcomers and those who left part nobody.
 * By `before` and then `now`. O(people + pairs · group size).
 */
export function pairGroups(before: Int32Array, now: Int32Array): GroupPairs {
  const sizesBefore = new Map<number, number>();
  const sizesNow = new Map<number, number>();
  const shared = new Map<number, Map<number, number>>();
  let all = 0;
  for (const [person, was] of before.entries()) {
    const is = now[person];
    if (was < 0 || is < 0) continue;
    all += 1;
    sizesBefore.set(was, (sizesBefore.get(was) ?? 0) + 1);
    sizesNow.set(is, (sizesNow.get(is) ?? 0) + 1);
    const row = shared.get(was) ?? new Map<number, number>();
    shared.set(was, row.set(is, (row.get(is) ?? 0) + 1));
  }
  const logFactorial = logFactorials(all);
  const pairs = [...shared].flatMap(([was, row]) =>
    [...row].map(([is, count]) => {
      const marked = sizesBefore.get(was) ?? 0;
      const drawn = sizesNow.get(is) ?? 0;
      return {
        before: was,
        now: is,
        shared: count,
        jaccard: count / (marked + drawn - count),
        chance: hypergeometricTail({ all, marked, drawn, shared: count }, logFactorial),
      };
    }),
  );
  return {
    pairs: pairs.sort((a, b) => a.before - b.before || a.now - b.now),
    comparisons: sizesBefore.size * sizesNow.size,
  };
}

/** Of all pairs that are compared at once, one in twenty of such comparisons calls a chance a match. */
const level = 0.05;

interface GroupMatching {
  /** One group of each time at most, the closest first. */
  readonly matches: readonly GroupPair[];
  /** Further pairs that have more in common than by chance: a group that parts, or that goes into another. */
  readonly others: readonly GroupPair[];
}

/**
 * Which group goes on as which. Pairs count that have more people in common than chance makes, at 0.05 divided by the
 * comparisons (Bonferroni). Of them the pair of the highest Jaccard index matches, then the next whose groups are both
 * free. O(pairs · log pairs).
 *
 * After Greene, Doyle and Cunningham (2010), Tracking the evolution of communities in dynamic social
 * networks, doi:10.1109/ASONAM.2010.17, with a test in the place of their threshold.
 */
export function matchGroups({ pairs, comparisons }: GroupPairs): GroupMatching {
  const real = pairs
    .filter(({ chance }) => chance * comparisons <= level)
    .sort(
      (a, b) =>
        b.jaccard - a.jaccard || b.shared - a.shared || a.before - b.before || a.now - b.now,
    );
  const takenBefore = new Set<number>();
  const takenNow = new Set<number>();
  const matches: GroupPair[] = [];
  const others: GroupPair[] = [];
  for (const pair of real) {
    if (takenBefore.has(pair.before) || takenNow.has(pair.now)) {
      others.push(pair);
      continue;
    }
    takenBefore.add(pair.before);
    takenNow.add(pair.now);
    matches.push(pair);
  }
  return { matches, others };
}
