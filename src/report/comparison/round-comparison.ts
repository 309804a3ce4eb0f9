import type { Comparison } from "../../model/comparison.js";
import { rounded } from "../view/public-values.js";

/** With every number to twelve digits: further ones differ between processors. */
export function roundComparison(comparison: Comparison): Comparison {
  return {
    ...comparison,
    steps: comparison.steps.map((step) => ({
      ...step,
      agreement: rounded(step.agreement),
      measures: step.measures.map(roundRow),
      communities: step.communities.map(roundRow),
      items: step.items.map(roundRow),
    })),
  };
}

function roundRow<Row extends object>(row: Row): Row {
  const cells = Object.entries(row).map(([key, cell]) => [
    key,
    typeof cell === "number" ? rounded(cell) : cell,
  ]);
  // The same keys with values of the same types.
  return Object.fromEntries(cells) as Row;
}
