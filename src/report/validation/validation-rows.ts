import { type BacktestTable, methodTitles } from "../../model/backtest.js";
import type { RowOf } from "../../model/columns/column.js";
import type { validationColumns } from "../../model/columns/validation-columns.js";

/** The rows of `validate.csv`, by question and method. */
export function validationRows(
  tables: readonly BacktestTable[],
): RowOf<typeof validationColumns>[] {
  return tables.flatMap(({ question, learners, windows, methods }) =>
    methods.map(({ method, ndcg, hit, recall, coverage, againstD, againstDd }) => ({
      question,
      method,
      title: methodTitles[method],
      learners,
      windows,
      ndcg: ndcg.mean,
      ndcgLow: ndcg.low,
      ndcgHigh: ndcg.high,
      hit,
      recall,
      coverage,
      againstD: againstD?.mean,
      againstDLow: againstD?.low,
      againstDHigh: againstD?.high,
      pBetterD: againstD?.pBetter,
      pWorseD: againstD?.pWorse,
      windowsWonD: againstD?.windowsWon,
      againstDd: againstDd?.mean,
      againstDdLow: againstDd?.low,
      againstDdHigh: againstDd?.high,
      pBetterDd: againstDd?.pBetter,
      pWorseDd: againstDd?.pWorse,
      windowsWonDd: againstDd?.windowsWon,
    })),
  );
}
