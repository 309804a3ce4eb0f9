import type { BacktestPlan } from "../../model/backtest.js";
import { UserError } from "../../model/errors.js";

interface PlanOptions {
  /** Of the archive, from its first post to its last. */
  readonly spanDays: number;
  /** What was asked for; else people are ranked by all that came before a cut. */
  readonly trainDays: number | undefined;
  readonly testDays: number | undefined;
  /** The latest so many are taken. */
  readonly cuts: number;
}

/** The first half is there to learn from. */
const shareToLearn = 0.5;
/** Tests of whole days follow the rhythm of a day, where at least six of them fit. */
const fewestTests = 6;

/**
 * Where to cut an archive: tests follow one another without overlap, up to its end; what is left
 * over, if it is half a test or more, makes a shorter last one. Without wishes the second half of
 * the archive is tested in as many windows as are allowed. An archive that is too short has no cut.
 *
 * @throws {UserError} where windows that were asked for do not fit.
 */
export function planBacktest(options: PlanOptions): BacktestPlan {
  const { spanDays, trainDays } = options;
  const end = Math.ceil(spanDays);
  const untilFirstCut = trainDays ?? end * shareToLearn;
  const testDays = options.testDays ?? usualTestDays(end - untilFirstCut, options.cuts);
  if (untilFirstCut + testDays > end && (trainDays ?? options.testDays) !== undefined) {
    throw new UserError(
      `the posts span ${end} day${end === 1 ? "" : "s"}: ${untilFirstCut} of training and ${testDays} of test do not fit`,
      "give smaller --train-days and --test-days",
    );
  }
  const cutDays: number[] = [];
  for (let cut = untilFirstCut; end > 0 && end - cut >= testDays / 2; cut += testDays) {
    cutDays.push(cut);
  }
  return { trainDays, testDays, endDays: end, cutDays: cutDays.slice(-options.cuts) };
}

function usualTestDays(days: number, cuts: number): number {
  const most = Math.max(1, Math.min(cuts, Math.floor(days)));
  return days >= fewestTests ? Math.floor(days / most) : days / fewestTests;
}
