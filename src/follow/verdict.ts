import { type Difference, significance } from "../model/backtest.js";
import { type Verdict, verdicts } from "../model/verdict.js";
import { fewestWindows } from "./sign-flip-test.js";

/** Fewer learners say more of their own number than of an order. */
export const fewestLearners = 50;

export interface JudgedOrder {
  readonly learners: number;
  readonly windows: number;
  /** From in-degree, on newcomers. */
  readonly difference: Difference | undefined;
}

/** What may be said of an order on this archive; nothing is called better or worse that chance explains. */
export function judgeOrder({ learners, windows, difference }: JudgedOrder): Verdict {
  const unknown = (why: string): Verdict => ({
    kind: "unknown",
    sentence: `${verdicts.unknown} (${why})`,
  });
  if (learners < fewestLearners || difference === undefined) {
    return unknown(`${learners} of the ${fewestLearners} newcomers that are needed`);
  }
  if (windows < fewestWindows) {
    return unknown(`${windows} of the ${fewestWindows} windows with newcomers that are needed`);
  }
  const isBetter = difference.pBetter <= significance;
  const kind = isBetter ? "better" : difference.pWorse <= significance ? "worse" : "same";
  return { kind, sentence: verdicts[kind] };
}
