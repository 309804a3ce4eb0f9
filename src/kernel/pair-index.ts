/** Finds the pair of two communities among those that are entered. */
interface PairIndex {
  /** The pair of two communities, -1 where they have none. */
  readonly find: (one: number, other: number) => number;
  /** Enters a pair under the communities that it joins now. */
  readonly enter: (pair: number) => void;
  /** Takes a pair out again: before its ends change. */
  readonly remove: (pair: number) => void;
}

/**
 * An index of pairs by their two ends, `ends[2 · pair]` and `ends[2 · pair + 1]`, in either order; it
 * reads them there and keeps none of its own. Each step takes O(1) on average.
 *
 * Linear probing, at most half full; a place that falls empty is filled from behind (Knuth, The Art
 * of Computer Programming 3, 6.4, algorithm R), so that nothing builds up over many removals.
 */
export function indexPairs(ends: Int32Array): PairIndex {
  const pairCount = ends.length / 2;
  let bits = 3;
  while (1 << bits < 2 * pairCount) bits += 1;
  const last = (1 << bits) - 1;
  const shift = 32 - bits;
  const places = new Int32Array(last + 1).fill(-1);

  const homeOf = (one: number, other: number): number => {
    const low = one < other ? one : other;
    // The first factor is 2³² over the golden ratio; the other one is odd and far from it.
    return (
      (Math.imul(Math.imul(low, 0x9e3779b1) ^ (one + other - low), 0x85ebca6b) >>> shift) & last
    );
  };
  const homeOfPair = (pair: number): number => homeOf(ends[2 * pair], ends[2 * pair + 1]);

  const find = (one: number, other: number): number => {
    for (let place = homeOf(one, other); ; place = (place + 1) & last) {
      const pair = places[place];
      if (pair < 0) return -1;
      const end = ends[2 * pair];
      const opposite = ends[2 * pair + 1];
      if ((end === one && opposite === other) || (end === other && opposite === one)) return pair;
    }
  };

  const enter = (pair: number): void => {
    let place = homeOfPair(pair);
    while (places[place] >= 0) place = (place + 1) & last;
    places[place] = pair;
  };

  const remove = (pair: number): void => {
    let hole = homeOfPair(pair);
    while (places[hole] !== pair) hole = (hole + 1) & last;
    for (let place = (hole + 1) & last; places[place] >= 0; place = (place + 1) & last) {
      // Whoever would be looked for from before the hole moves into it.
      const distance = (place - homeOfPair(places[place])) & last;
      if (distance < ((place - hole) & last)) continue;
      places[hole] = places[place];
      hole = place;
    }
    places[hole] = -1;
  };

  for (let pair = 0; pair < pairCount; pair += 1) enter(pair);
  return { find, enter, remove };
}
