import type { BacktestMethod, BacktestQuestion } from "../../model/backtest.js";
import type { PerAccount } from "../../model/per-index.js";
import type { RankedPeople } from "../ranked-people.js";
import type { Learner } from "./backtest-learners.js";
import { limitLearners, methodsOfQuestion, type Order } from "./backtest-orders.js";
import type { CutArchive } from "./backtest-window.js";
import { coverCommunities } from "./community-coverage.js";
import { judgeRanking } from "./ranking-quality.js";

export interface JudgedLearners {
  readonly count: number;
  readonly sampledFrom: number | undefined;
  readonly byMethod: ReadonlyMap<BacktestMethod, JudgedMethod>;
}

/** One value a learner. */
export interface JudgedMethod {
  readonly ndcg: Float64Array;
  readonly hit: Float64Array;
  readonly recall: Float64Array;
  readonly coverage: Float64Array;
}

interface LearnersToJudge {
  readonly question: BacktestQuestion;
  readonly learners: readonly Learner[];
  readonly window: CutArchive;
  /** -1 for none; `undefined` where nobody asks how many a list covers. */
  readonly community: PerAccount<Int32Array> | undefined;
  readonly orders: ReadonlyMap<BacktestMethod, Order>;
}

/** How well each order that a question is asked of does for each learner of a window. */
export function judgeLearners(input: LearnersToJudge): JudgedLearners {
  const { question, window, community, orders } = input;
  const { chosen, sampledFrom } =
    question === "members"
      ? limitLearners(input.learners, window)
      : { chosen: input.learners, sampledFrom: undefined };
  const methods = methodsOfQuestion[question].filter((method) => orders.has(method));
  const byMethod = new Map(
    methods.map((method) => [
      method,
      {
        ndcg: new Float64Array(chosen.length),
        hit: new Float64Array(chosen.length),
        recall: new Float64Array(chosen.length),
        coverage: new Float64Array(chosen.length),
      },
    ]),
  );
  const covered = new Map<RankedPeople, number>();
  for (const [at, learner] of chosen.entries()) {
    const isKnown = question === "members" || question === "following";
    const skip = isKnown ? new Set([...learner.contacts, learner.account]) : undefined;
    for (const [method, values] of byMethod) {
      const order = orders.get(method)?.(learner);
      if (order === undefined) continue;
      const quality = judgeRanking(order, learner.truth, skip);
      values.ndcg[at] = quality.ndcg;
      values.hit[at] = quality.hit;
      values.recall[at] = quality.recall;
      const coverage = skip === undefined ? covered.get(order) : undefined;
      if (community === undefined) continue;
      values.coverage[at] = coverage ?? coverCommunities(order, community, skip);
      if (skip === undefined) covered.set(order, values.coverage[at]);
    }
  }
  return { count: chosen.length, sampledFrom, byMethod };
}
