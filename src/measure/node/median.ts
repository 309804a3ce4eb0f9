/** Half-way between the two middle ones of an even number; `undefined` of none. Sorts a copy. */
export function median(values: Float64Array): number | undefined {
  if (values.length === 0) return undefined;
  const ascending = values.toSorted();
  const middle = ascending.length >> 1;
  return ascending.length % 2 === 1
    ? ascending[middle]
    : (ascending[middle - 1] + ascending[middle]) / 2;
}
