import type { Estimate } from "../../model/backtest.js";
import { seededRandom } from "../../model/seeded-random.js";

interface PairedInput {
  /** By window, by method, one value a learner: all methods of a window have the same learners. */
  readonly windows: readonly (readonly Float64Array[])[];
  readonly resamples: number;
  readonly seed: number;
}

/** The mean of each method over all learners, in the data and in every resample. */
interface ResampledMeans {
  readonly observed: Float64Array;
  /** By resample, by method. */
  readonly resampled: readonly Float64Array[];
}

/**
 * Draws windows with replacement, and in each that is drawn its learners with replacement: windows
 * differ from one another by more than their learners do, and an interval that forgets it is too
 * narrow. Windows without learners are left
 * out. O(resamples · learners · methods).
 *
 * Davison and Hinkley (1997), Bootstrap Methods and their Application, section 3.8.
 */
export function resampleMeans(input: PairedInput): ResampledMeans {
  const windows = input.windows.filter((methods) => methods.length > 0 && methods[0].length > 0);
  const methodCount = windows.length === 0 ? 0 : windows[0].length;
  const random = seededRandom(input.seed);
  const draw = (count: number): number => Math.floor(random() * count);
  const resampled = Array.from({ length: windows.length === 0 ? 0 : input.resamples }, () => {
    const sums = new Float64Array(methodCount);
    let learners = 0;
    for (let drawn = 0; drawn < windows.length; drawn += 1) {
      const methods = windows[draw(windows.length)];
      const size = methods[0].length;
      for (let at = 0; at < size; at += 1) {
        const learner = draw(size);
        for (let method = 0; method < methodCount; method += 1) {
          sums[method] += methods[method][learner];
        }
      }
      learners += size;
    }
    return sums.map((sum) => sum / learners);
  });
  return { observed: observedMeans(windows, methodCount), resampled };
}

function observedMeans(
  windows: readonly (readonly Float64Array[])[],
  methodCount: number,
): Float64Array {
  const learners = windows.reduce((sum, methods) => sum + methods[0].length, 0);
  return Float64Array.from({ length: methodCount }, (_, method) => {
    let sum = 0;
    for (const methods of windows) for (const value of methods[method]) sum += value;
    return sum / learners;
  });
}

const outsideEachSide = 0.025;

/** A method's mean, with the middle 95 % of the resamples. */
export function estimate(means: ResampledMeans, method: number): Estimate {
  const sorted = Float64Array.from(means.resampled, (row) => row[method]).sort();
  const outside = Math.floor(sorted.length * outsideEachSide);
  return {
    mean: means.observed[method],
    low: sorted[outside],
    high: sorted[sorted.length - 1 - outside],
  };
}
