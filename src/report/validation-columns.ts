import { type BacktestTable, type MethodResult, methodTitles } from "../model/backtest.js";
import type { Column } from "./csv.js";

/** A method on a question. */
export interface ValidationRow {
  readonly table: BacktestTable;
  readonly result: MethodResult;
}

/** The rows of `validate.csv`, by question and method. */
export function validationRows(tables: readonly BacktestTable[]): ValidationRow[] {
  return tables.flatMap((table) => table.methods.map((result) => ({ table, result })));
}

/** The columns of `validate.csv`, in the order that scripts rely on. */
export const validationColumns: readonly Column<ValidationRow>[] = [
  { name: "question", cell: ({ table }) => table.question },
  { name: "method", cell: ({ result }) => result.method },
  { name: "title", cell: ({ result }) => methodTitles[result.method] },
  { name: "learners", cell: ({ table }) => table.learners },
  { name: "windows", cell: ({ table }) => table.windows },
  { name: "ndcg_10", cell: ({ result }) => result.ndcg.mean },
  { name: "ndcg_10_low", cell: ({ result }) => result.ndcg.low },
  { name: "ndcg_10_high", cell: ({ result }) => result.ndcg.high },
  { name: "hit_10", cell: ({ result }) => result.hit },
  { name: "recall_50", cell: ({ result }) => result.recall },
  { name: "community_coverage", cell: ({ result }) => result.coverage },
  { name: "against_d", cell: ({ result }) => result.againstD?.mean },
  { name: "against_d_low", cell: ({ result }) => result.againstD?.low },
  { name: "against_d_high", cell: ({ result }) => result.againstD?.high },
  { name: "windows_won_d", cell: ({ result }) => result.againstD?.windowsWon },
  { name: "against_dd", cell: ({ result }) => result.againstDd?.mean },
  { name: "against_dd_low", cell: ({ result }) => result.againstDd?.low },
  { name: "against_dd_high", cell: ({ result }) => result.againstDd?.high },
  { name: "windows_won_dd", cell: ({ result }) => result.againstDd?.windowsWon },
];
