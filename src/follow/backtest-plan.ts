import type { BacktestPlan } from "../model/backtest.js";
import { UserError } from "../model/errors.js";

export interface PlanOptions {
  /** Of the archive, from its first post to its last. */
  readonly spanDays: number;
  /** What was asked for; else by the span. */
  readonly trainDays: number | undefined;
  readonly testDays: number | undefined;
  /** The latest so many are taken. */
  readonly cuts: number;
}

/** By how long an archive lasts, from so many days on. */
const usualWindows = [
  { fromDays: 112, trainDays: 84, testDays: 28 },
  { fromDays: 56, trainDays: 42, testDays: 14 },
  { fromDays: 28, trainDays: 21, testDays: 7 },
  { fromDays: 4, trainDays: 3, testDays: 1 },
] as const;

/**
 * Where to cut an archive: tests follow one another without overlap, the first after one training
 * window; what is left over at the end, if it is half a test or more, makes a last window that
 * overlaps the one before. An archive that is too short has no cut.
 *
 * @throws {UserError} where windows that were asked for do not fit.
 */
export function planBacktest(options: PlanOptions): BacktestPlan {
  const { spanDays } = options;
  const end = Math.ceil(spanDays);
  const usual = usualWindows.find(({ fromDays }) => end >= fromDays) ?? {
    trainDays: end / 2,
    testDays: end / 2,
  };
  const trainDays = options.trainDays ?? usual.trainDays;
  const testDays = options.testDays ?? usual.testDays;
  if (trainDays + testDays > end && (options.trainDays ?? options.testDays) !== undefined) {
    throw new UserError(
      `the posts span ${end} day${end === 1 ? "" : "s"}: ${trainDays} of training and ${testDays} of test do not fit`,
      "give smaller --train-days and --test-days",
    );
  }
  const cutDays: number[] = [];
  for (let cut = trainDays; end > 0 && cut + testDays <= end; cut += testDays) cutDays.push(cut);
  const last = cutDays.at(-1);
  if (last !== undefined && end - (last + testDays) >= testDays / 2) cutDays.push(end - testDays);
  return { trainDays, testDays, cutDays: cutDays.slice(-options.cuts) };
}
