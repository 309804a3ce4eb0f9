/**
 * How likely it is that of `marked` people among `all`, `drawn` others drawn by chance have `shared` or more in common: the upper tail of
 * the hypergeometric distribution, in [0, 1]. `logFactorial` holds ln(n!) for n up to `all`. O(drawn).
 *
 * Of 4 people, 2 are marked and 2 drawn: both are the marked ones with a chance of 1/6.
 */
export function hypergeometricTail(
  counts: {
    readonly all: number;
    readonly marked: number;
    readonly drawn: number;
    readonly shared: number;
  },
  logFactorial: Float64Array,
): number {
  const { all, marked, drawn, shared } = counts;
  const logChoose = (from: number, some: number): number =>
    logFactorial[from] - logFactorial[some] - logFactorial[from - some];
  const most = Math.min(marked, drawn);
  const ways = logChoose(all, drawn);
  let tail = 0;
  for (let count = Math.max(shared, drawn + marked - all, 0); count <= most; count += 1) {
    tail += Math.exp(logChoose(marked, count) + logChoose(all - marked, drawn - count) - ways);
  }
  return Math.min(1, tail);
}

/** ln(n!) for n from 0. */
export function logFactorials(most: number): Float64Array {
  const values = new Float64Array(most + 1);
  for (let n = 2; n <= most; n += 1) values[n] = values[n - 1] + Math.log(n);
  return values;
}
