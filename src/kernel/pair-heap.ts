/** What may still be joined, the most promising pair first. */
interface PairHeap {
  /** The pair that comes first, -1 when none has a gain. */
  readonly top: () => number;
  /**
   * Puts a pair where its gain and the labels of its two, in either order, belong; without a gain it
   * is left out. Whether that is what was last told of it.
   */
  readonly rank: (pair: number, gain: number, label: number, otherLabel: number) => boolean;
  readonly remove: (pair: number) => void;
}

/**
 * A heap of pairs: by gain, among equal gains by the larger lower label, and then by the larger
 * higher one. Empty at first; each change takes O(log pairs).
 */
export function heapOfPairs(pairCount: number): PairHeap {
  const gains = new Float64Array(pairCount);
  const lows = new Int32Array(pairCount);
  const highs = new Int32Array(pairCount);
  const heap = new Int32Array(pairCount);
  const placeOf = new Int32Array(pairCount).fill(-1);
  let size = 0;

  const isBefore = (one: number, other: number): boolean => {
    const difference = gains[one] - gains[other];
    if (difference !== 0) return difference > 0;
    if (lows[one] !== lows[other]) return lows[one] > lows[other];
    return highs[one] > highs[other];
  };

  const put = (pair: number, place: number): void => {
    heap[place] = pair;
    placeOf[pair] = place;
  };

  const sink = (pair: number, from: number): void => {
    let place = from;
    for (let child = 2 * place + 1; child < size; child = 2 * place + 1) {
      if (child + 1 < size && isBefore(heap[child + 1], heap[child])) child += 1;
      if (!isBefore(heap[child], pair)) break;
      put(heap[child], place);
      place = child;
    }
    put(pair, place);
  };

  const rise = (pair: number, from: number): void => {
    let place = from;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (!isBefore(pair, heap[parent])) break;
      put(heap[parent], place);
      place = parent;
    }
    put(pair, place);
  };

  const settle = (pair: number, place: number): void => {
    if (place > 0 && isBefore(pair, heap[(place - 1) >> 1])) rise(pair, place);
    else sink(pair, place);
  };

  const remove = (pair: number): void => {
    const place = placeOf[pair];
    if (place < 0) return;
    placeOf[pair] = -1;
    size -= 1;
    if (place < size) settle(heap[size], place);
  };

  const rank = (pair: number, gain: number, label: number, otherLabel: number): boolean => {
    if (gain <= 0) {
      remove(pair);
      return false;
    }
    const low = label < otherLabel ? label : otherLabel;
    const high = label < otherLabel ? otherLabel : label;
    const isIn = placeOf[pair] >= 0;
    if (isIn && gains[pair] === gain && lows[pair] === low && highs[pair] === high) return true;
    gains[pair] = gain;
    lows[pair] = low;
    highs[pair] = high;
    if (!isIn) size += 1;
    settle(pair, isIn ? placeOf[pair] : size - 1);
    return false;
  };

  return { top: () => (size > 0 ? heap[0] : -1), rank, remove };
}
