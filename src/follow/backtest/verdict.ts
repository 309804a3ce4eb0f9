import { type BacktestQuestion, type Difference, significance } from "../../model/backtest.js";
import { type Verdict, verdicts } from "../../model/verdict.js";
import { fewestWindows } from "./sign-flip-test.js";

/** Fewer learners say more of their own number than of an order; follow lists are long. */
const fewestLearners: Readonly<Record<BacktestQuestion, readonly [number, string]>> = {
  newcomers: [50, "newcomers"],
  conversation: [50, "newcomers"],
  members: [50, "members"],
  following: [20, "follow lists"],
  help: [0, "answers to newcomers"],
  growth: [0, "people who gained"],
  uptake: [0, "links that were taken up"],
  bridging: [0, "people between communities"],
};

interface JudgedOrder {
  readonly question: BacktestQuestion;
  readonly learners: number;
  readonly windows: number;
  /** From in-degree. */
  readonly difference: Difference | undefined;
}

/** What may be said of an order on this archive; nothing is called better or worse that chance explains. */
export function judgeOrder({
  question,
  learners,
  windows,
  difference,
}: JudgedOrder): Omit<Verdict, "elsewhere"> {
  const unknown = (why: string) => ({
    kind: "unknown" as const,
    sentence: `${verdicts.unknown} (${why})`,
  });
  const [fewest, what] = fewestLearners[question];
  if (learners < fewest) {
    return unknown(`${learners} of the ${fewest} ${what} that are needed`);
  }
  if (windows < fewestWindows || difference === undefined) {
    return unknown(`${windows} of the ${fewestWindows} windows with ${what} that are needed`);
  }
  const isBetter = difference.pBetter <= significance;
  const kind = isBetter ? "better" : difference.pWorse <= significance ? "worse" : "same";
  return { kind, sentence: verdicts[kind] };
}
