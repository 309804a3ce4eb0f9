/**
 * Items by a whole number below `keyCount` that each has; of equals, the order stays. O(items +
 * keys), without the comparisons of a sort, which take most of the time of a million ties.
 */
export function sortByNumber(
  items: Int32Array,
  keyOf: (item: number) => number,
  keyCount: number,
): Int32Array {
  const next = new Int32Array(keyCount + 1);
  for (const item of items) next[keyOf(item) + 1] += 1;
  for (let key = 0; key < keyCount; key += 1) next[key + 1] += next[key];
  const sorted = new Int32Array(items.length);
  for (const item of items) {
    const key = keyOf(item);
    sorted[next[key]] = item;
    next[key] += 1;
  }
  return sorted;
}
