import { type Difference, type Verdict, verdicts } from "../model/backtest.js";

/** Fewer learners give an interval that says nothing but its own width. */
export const fewestLearners = 50;

/**
 * What may be said of an order on this archive, given its difference from in-degree on newcomers;
 * nothing is called better whose interval reaches zero.
 */
export function judgeOrder(learners: number, difference: Difference | undefined): Verdict {
  if (learners < fewestLearners || difference === undefined) {
    return { kind: "unknown", sentence: `${verdicts.unknown} (n = ${learners})` };
  }
  const kind = difference.low > 0 ? "better" : difference.high < 0 ? "worse" : "same";
  return { kind, sentence: verdicts[kind] };
}
