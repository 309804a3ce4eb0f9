import { type InteractionTable, interactionKinds } from "../model/interaction.js";
import type { PerAccount } from "../model/per-index.js";
import type { TimeFrame } from "../model/recommendation.js";
import { ageInBins } from "./time-frame.js";

/** Who gets more attention lately than before. */
export interface Rise {
  /** How many bins are recent, and what a bin is. */
  readonly bins: number;
  readonly unit: "day" | "week";
  /** Different people who engaged them in the recent bins, and in all the bins before. */
  readonly recent: PerAccount<Int32Array>;
  readonly earlier: PerAccount<Int32Array>;
  /** Lower end of the 90 % interval of the recent rate over the earlier; NaN where there is none. */
  readonly lowerBound: PerAccount<Float64Array>;
  readonly isRising: PerAccount<Uint8Array>;
}

const fewestRecent = 5;
const leastRatio = 2;
/** One side of a 90 % interval of the normal distribution. */
const deviations = 1.645;
/** So many recent spans the collection must last, or there is no before to compare with. */
const leastSpans = 2;

const follow = interactionKinds.indexOf("follow");

/**
 * Rates are different people a bin, in the last four bins and in all before. Rising: the recent
 * rate is over twice the earlier, by five people or more, and the lower end of the ratio's interval
 * (log-normal, half a person added to each count) is above 1. O(interactions).
 *
 * Rothman (2012), Epidemiology: an introduction, on intervals of rate ratios.
 */
export function measureRise(
  interactions: InteractionTable,
  accountCount: number,
  frame: TimeFrame,
): Rise {
  const bins = frame.activeBins;
  const earlierBins = ageInBins(frame.start, frame) - bins;
  const seen = { recent: new Set<number>(), earlier: new Set<number>() };
  const counts = { recent: new Int32Array(accountCount), earlier: new Int32Array(accountCount) };
  for (let row = 0; row < interactions.count; row += 1) {
    if (interactions.kind[row] === follow || Number.isNaN(interactions.time[row])) continue;
    const when = ageInBins(interactions.time[row], frame) < bins ? "recent" : "earlier";
    const pair = interactions.target[row] * accountCount + interactions.source[row];
    if (seen[when].has(pair)) continue;
    seen[when].add(pair);
    counts[when][interactions.target[row]] += 1;
  }
  const hasBefore = earlierBins >= bins * (leastSpans - 1);
  const lowerBound = new Float64Array(accountCount).fill(Number.NaN);
  const isRising = new Uint8Array(accountCount);
  for (let account = 0; account < accountCount && hasBefore; account += 1) {
    if (counts.recent[account] < fewestRecent) continue;
    const recent = counts.recent[account] + 0.5;
    const earlier = counts.earlier[account] + 0.5;
    const ratio = recent / bins / (earlier / earlierBins);
    lowerBound[account] = ratio * Math.exp(-deviations * Math.sqrt(1 / recent + 1 / earlier));
    isRising[account] = ratio > leastRatio && lowerBound[account] > 1 ? 1 : 0;
  }
  return { bins, unit: frame.binDays === 1 ? "day" : "week", ...counts, lowerBound, isRising };
}
