import type {
  BacktestMethod,
  BacktestQuestion,
  BacktestTable,
  Difference,
  MethodResult,
} from "../../model/backtest.js";
import { methodsOfQuestion } from "./backtest-orders.js";
import type { JudgedLearners, JudgedMethod } from "./judge-learners.js";
import { estimate, resampleMeans } from "./paired-bootstrap.js";
import { testBySigns, type WindowGain } from "./sign-flip-test.js";

interface TableInput {
  readonly question: BacktestQuestion;
  /** By window. */
  readonly judged: readonly JudgedLearners[];
  readonly resamples: number;
  readonly seed: number;
  /** The orders that are compared, and that chances are corrected for; of its question unless told. */
  readonly methods?: readonly BacktestMethod[];
}

/** The means of every method over all learners of all windows, and how sure they are. */
export function tabulateBacktest(input: TableInput): BacktestTable {
  const { question } = input;
  const judged = input.judged.filter(({ count }) => count > 0);
  // A method that one window does not allow would be compared on other learners than the rest.
  const methods = (input.methods ?? methodsOfQuestion[question]).filter((method) =>
    judged.every(({ byMethod }) => byMethod.has(method)),
  );
  const valuesOf = (method: BacktestMethod, value: keyof JudgedMethod): Float64Array[] =>
    judged.flatMap(({ byMethod }) => byMethod.get(method)?.[value] ?? []);
  const ndcg = methods.map((method) => valuesOf(method, "ndcg"));
  const means = resampleMeans({
    windows: judged.map((_, window) => ndcg.map((ofMethod) => ofMethod[window])),
    resamples: input.resamples,
    seed: input.seed,
  });
  const against = (baseline: BacktestMethod) =>
    compareAll({ ndcg, baseline: methods.indexOf(baseline), seed: input.seed });
  const againstD = against("d");
  const againstDd = against("dd");
  const isSampled = judged.some(({ sampledFrom }) => sampledFrom !== undefined);
  return {
    question,
    learners: sumOf(judged.map(({ count }) => count)),
    windows: judged.length,
    learnersByWindow: judged.map(({ count }) => count),
    sampledFrom: isSampled
      ? sumOf(judged.map(({ count, sampledFrom }) => sampledFrom ?? count))
      : undefined,
    methods:
      judged.length === 0
        ? []
        : methods.map(
            (method, index): MethodResult => ({
              method,
              ndcg: estimate(means, index),
              ndcgByWindow: ndcg[index].map(meanOf),
              hit: pooledMean(valuesOf(method, "hit")),
              recall: pooledMean(valuesOf(method, "recall")),
              coverage: pooledMean(valuesOf(method, "coverage")),
              againstD: againstD[index],
              againstDd: againstDd[index],
            }),
          ),
  };
}

interface Comparison {
  /** By method, by window, one a learner. */
  readonly ndcg: readonly (readonly Float64Array[])[];
  /** Index of a method; negative where it could not be tried. */
  readonly baseline: number;
  readonly seed: number;
}

/** By method; `undefined` for the baseline itself. */
function compareAll({ ndcg, baseline, seed }: Comparison): (Difference | undefined)[] {
  if (baseline < 0) return ndcg.map(() => undefined);
  const gains = ndcg.map((windows) =>
    windows.map((values, window): WindowGain => {
      const others = ndcg[baseline][window];
      const gain = values.reduce((sum, value, learner) => sum + value - others[learner], 0);
      return { gain, learners: values.length };
    }),
  );
  const others = [...gains.keys()].filter((method) => method !== baseline);
  const tested = testBySigns({ orders: others.map((method) => gains[method]), seed });
  return gains.map((windows, method) =>
    method === baseline
      ? undefined
      : {
          mean:
            sumOf(windows.map(({ gain }) => gain)) / sumOf(windows.map(({ learners }) => learners)),
          ...tested[others.indexOf(method)],
          windowsWon: windows.filter(({ gain }) => gain > 0).length,
        },
  );
}

function pooledMean(windows: readonly Float64Array[]): number {
  return (
    sumOf(windows.map((values) => sumOf(values))) / sumOf(windows.map((values) => values.length))
  );
}

function meanOf(values: Float64Array): number {
  return sumOf(values) / values.length;
}

function sumOf(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
