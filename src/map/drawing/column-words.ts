import { nodeColumnOf } from "../../model/columns/node-columns.js";

/** A column's name as a sentence has it. */
export function columnWords(column: string): string {
  return nodeColumnOf(column)?.phrase ?? column.replaceAll("_", " ");
}
