import type {
  BacktestMethod,
  BacktestQuestion,
  BacktestTable,
  Difference,
  MethodResult,
} from "../model/backtest.js";
import { methodsOfQuestion } from "./backtest-orders.js";
import type { JudgedLearners, JudgedMethod } from "./judge-learners.js";
import { estimate, type ResampledMeans, resampleMeans } from "./paired-bootstrap.js";

export interface TableInput {
  readonly question: BacktestQuestion;
  /** By window. */
  readonly judged: readonly JudgedLearners[];
  readonly resamples: number;
  readonly seed: number;
}

/** The means of every method over all learners of all windows, and how sure they are. */
export function tabulateBacktest(input: TableInput): BacktestTable {
  const { question } = input;
  const judged = input.judged.filter(({ count }) => count > 0);
  // A method that one window does not allow would be compared on other learners than the rest.
  const methods = methodsOfQuestion[question].filter((method) =>
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
  const byWindow = ndcg.map((ofMethod) => ofMethod.map(meanOf));
  const against = (method: number, baseline: BacktestMethod): Difference | undefined =>
    compare({ means, byWindow, method, baseline: methods.indexOf(baseline) });
  const isSampled = judged.some(({ sampledFrom }) => sampledFrom !== undefined);
  return {
    question,
    learners: sumOf(judged.map(({ count }) => count)),
    windows: judged.length,
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
              ndcgByWindow: byWindow[index],
              hit: pooledMean(valuesOf(method, "hit")),
              recall: pooledMean(valuesOf(method, "recall")),
              coverage: pooledMean(valuesOf(method, "coverage")),
              againstD: against(index, "d"),
              againstDd: against(index, "dd"),
            }),
          ),
  };
}

interface Comparison {
  readonly means: ResampledMeans;
  /** By method, by window. */
  readonly byWindow: readonly (readonly number[])[];
  readonly method: number;
  readonly baseline: number;
}

function compare({ means, byWindow, method, baseline }: Comparison): Difference | undefined {
  if (baseline < 0 || method === baseline) return undefined;
  return {
    ...estimate(means, method, baseline),
    windowsWon: byWindow[method].filter((mean, window) => mean > byWindow[baseline][window]).length,
  };
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
