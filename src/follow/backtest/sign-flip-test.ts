import { significance } from "../../model/backtest.js";
import { seededRandom } from "../../model/seeded-random.js";

/** What an order gained over the baseline in one window, summed over its learners. */
export interface WindowGain {
  readonly gain: number;
  readonly learners: number;
}

interface SignFlipInput {
  /** By order, by window; every order has the same windows. */
  readonly orders: readonly (readonly WindowGain[])[];
  readonly seed: number;
}

/** How surely an order's gain is no chance; both corrected for the number of orders. */
interface SignFlipResult {
  /** The chance of a gain as large in any order, if windows were as likely to lose as to win. */
  readonly pBetter: number;
  /** The same of a loss. */
  readonly pWorse: number;
  /**
   * Mean gains a learner that the test does not refute at 2.5 % a side, by this order alone;
   * `undefined` where there are too few windows to refute any.
   */
  readonly low: number | undefined;
  readonly high: number | undefined;
}

/** With fewer, no outcome could be significant: 1 / 2⁵ is above 2.5 %. */
export const fewestWindows = 6;

/** All signs are tried up to so many windows, and so many drawn at random beyond. */
const mostEnumerated = 14;
const draws = 20_000;

/**
 * Whether orders beat a baseline, by windows. If an order is no better, each window is as likely to
 * lose what it gained; so gains are compared with those under every combination of signs. The
 * statistic is Σ gain / √(Σ gain²); the largest of all orders under the same signs is what each is
 * held to, which keeps the chance of any false "better" at 2.5 %. Learners of one window may depend
 * on one another in any way. Exact up to 14 windows. O(orders · windows · 2^windows).
 *
 * Fisher (1935), The Design of Experiments, section 21. Westfall and Young (1993), Resampling-based
 * Multiple Testing, single-step maxT. Hartigan (1969), Using subsample values as typical values, for
 * the interval.
 */
export function testBySigns({ orders, seed }: SignFlipInput): SignFlipResult[] {
  const windows = orders[0]?.length ?? 0;
  const signs = signsOf(windows, seed);
  const scaled = orders.map((gains) => {
    const size = Math.sqrt(gains.reduce((sum, { gain }) => sum + gain ** 2, 0));
    return Float64Array.from(gains, ({ gain }) => (size === 0 ? 0 : gain / size));
  });
  const largest = signs.map((isLoss) =>
    scaled.reduce(
      (most, gains) => Math.max(most, signedSum(gains, isLoss)),
      Number.NEGATIVE_INFINITY,
    ),
  );
  const shareFrom = (statistic: number): number =>
    signs.length === 0
      ? 1
      : largest.filter((value) => value >= statistic - rounding).length / signs.length;
  return orders.map((gains, order) => {
    const statistic = scaled[order].reduce((sum, gain) => sum + gain, 0);
    return {
      pBetter: shareFrom(statistic),
      pWorse: shareFrom(-statistic),
      ...intervalOf(gains, signs),
    };
  });
}

/** Sums of the same numbers in another order differ by less than this. */
const rounding = 1e-9;

/** For each combination, 1 for the windows whose sign is turned; the first turns none. */
function signsOf(windows: number, seed: number): Uint8Array[] {
  if (windows === 0) return [];
  if (windows <= mostEnumerated) {
    return Array.from({ length: 2 ** windows }, (_, pattern) =>
      Uint8Array.from({ length: windows }, (__, window) => (pattern >> window) & 1),
    );
  }
  const random = seededRandom(seed);
  return Array.from({ length: draws }, (_, draw) =>
    Uint8Array.from({ length: windows }, () => (draw > 0 && random() < 0.5 ? 1 : 0)),
  );
}

function signedSum(gains: Float64Array, isLoss: Uint8Array): number {
  let sum = 0;
  for (let window = 0; window < gains.length; window += 1) {
    sum += isLoss[window] === 1 ? -gains[window] : gains[window];
  }
  return sum;
}

/**
 * The mean gain δ is refuted as too low where few sets of windows have a mean of δ or less, for a
 * sum of gains less δ each falls when a set of them is turned only if that set's mean is above δ.
 */
function intervalOf(
  gains: readonly WindowGain[],
  sets: readonly Uint8Array[],
): Pick<SignFlipResult, "low" | "high"> {
  const means = sets.flatMap((isInSet) => {
    let gain = 0;
    let learners = 0;
    for (const [window, of] of gains.entries()) {
      if (isInSet[window] === 0) continue;
      gain += of.gain;
      learners += of.learners;
    }
    return learners === 0 ? [] : [gain / learners];
  });
  const sorted = Float64Array.from(means).sort();
  // The empty set counts against every δ.
  const outside = Math.floor(significance * sets.length) - 1;
  if (outside < 0 || sorted.length === 0) return { low: undefined, high: undefined };
  return { low: sorted[outside], high: sorted[sorted.length - 1 - outside] };
}
