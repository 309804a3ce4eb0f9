/** Values divided by the largest of them, which then is 1; the same where none is above 0. */
export function scaleToOne(values: Float64Array): Float64Array {
  let largest = 0;
  for (const value of values) if (value > largest) largest = value;
  return largest > 0 ? values.map((value) => value / largest) : values;
}
