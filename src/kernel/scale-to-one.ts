/** Values divided by the largest of them, which then is 1; the same where none is above 0. */
export function scaleToOne(values: Float64Array): Float64Array {
  let largest = 0;
  for (let at = 0; at < values.length; at += 1) largest = Math.max(largest, values[at]);
  if (largest === 0) return values;
  const scaled = new Float64Array(values.length);
  for (let at = 0; at < values.length; at += 1) scaled[at] = values[at] / largest;
  return scaled;
}
