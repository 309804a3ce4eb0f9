/** The largest of values that are 0 or more; `undefined` without any. */
export function largestOf(values: Int32Array | Float64Array): number | undefined {
  if (values.length === 0) return undefined;
  let most = 0;
  for (const value of values) most = Math.max(most, value);
  return most;
}
