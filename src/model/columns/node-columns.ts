import type { TableColumn } from "./column.js";
import { degreeColumns } from "./degree-columns.js";
import { nodeMeasures } from "./node-measures.js";
import { personColumns } from "./person-columns.js";

/** The columns of `nodes.csv`: a row is a person. */
export const nodeColumns = [
  ...personColumns,
  ...degreeColumns,
  ...nodeMeasures,
] as const satisfies readonly TableColumn[];

export type NodeColumnName = (typeof nodeColumns)[number]["column"];

/** What is said of a column of `nodes.csv`; `undefined` where there is none of that name. */
export function nodeColumnOf(name: string): TableColumn | undefined {
  return nodeColumns.find(({ column }) => column === name);
}
