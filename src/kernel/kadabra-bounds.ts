/** Of the probability to fail that is handed out, what everybody gets alike. */
const shareForAll = 0.05;

/**
 * So many samples are enough whatever they show, but for half of the probability to fail: by the
 * dimension of Vapnik and Chervonenkis of shortest paths (Riondato and Kornaropoulos 2016, Fast
 * approximation of betweenness centrality through sampling), of which the longest has so many nodes
 * between its ends.
 */
export function enoughSamples(bound: {
  readonly between: number;
  readonly error: number;
  readonly failureProbability: number;
}): number {
  const { between, error, failureProbability } = bound;
  // 31 − clz32 is the logarithm to base 2, rounded down.
  const dimension = 31 - Math.clz32(between) + 1;
  return Math.ceil((0.5 / (error * error)) * (dimension + Math.log(2 / failureProbability)));
}

/**
 * What each node's share of the other half of the probability is, for its error upwards and the same
 * downwards, as ln(1 / share). Those between many pairs, whose estimates vary most, get
 * exp(−C · error² / estimate) of it, C such that nothing is left, and everybody a little.
 */
export function logsOfShares(calibration: {
  readonly counts: Int32Array;
  readonly samples: number;
  readonly error: number;
  readonly failureProbability: number;
}): Float64Array {
  const { counts, samples, error, failureProbability } = calibration;
  const whole = failureProbability / 4;
  const forEach = (whole * shareForAll) / counts.length;
  const shareOf = (count: number, steepness: number): number =>
    count === 0 ? 0 : Math.exp((-steepness * error * error * samples) / count);
  const found = counts.filter((count) => count > 0);
  const sumOf = (steepness: number): number =>
    found.reduce((sum, count) => sum + shareOf(count, steepness), 0);
  let low = 0;
  // So steep a decline leaves the likeliest node, with an estimate of 1 at most, less than the whole.
  let high = Math.log(Math.max(1, found.length) / (whole * (1 - shareForAll))) / (error * error);
  for (let halving = 0; halving < 40; halving += 1) {
    const middle = (low + high) / 2;
    if (sumOf(middle) > whole * (1 - shareForAll)) low = middle;
    else high = middle;
  }
  return Float64Array.from(counts, (count) => -Math.log(shareOf(count, high) + forEach));
}

/**
 * The largest error that any node may have after so many samples, by the paper's f (the truth is less
 * than the estimate by at most so much) and g (more than it); infinite as soon as it is not
 * enough for somebody.
 */
export function errorOf(state: {
  readonly counts: Int32Array;
  readonly logs: Float64Array;
  readonly samples: number;
  readonly most: number;
  readonly enough: number;
}): number {
  const { counts, logs, samples, most, enough } = state;
  const ratio = most / samples;
  const below = 1 / 3 - ratio;
  const above = 1 / 3 + ratio;
  let largest = 0;
  for (let node = 0; node < counts.length; node += 1) {
    const log = logs[node];
    const spread = (2 * (counts[node] / samples) * most) / log;
    const f = (log / samples) * (below + Math.sqrt(below * below + spread));
    const g = (log / samples) * (above + Math.sqrt(above * above + spread));
    if (!(Math.max(f, g) <= enough)) return Number.POSITIVE_INFINITY;
    largest = Math.max(largest, f, g);
  }
  return largest;
}
