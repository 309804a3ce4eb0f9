import type { TableColumn } from "./column.js";

/** The columns of `network.csv`: a row is a measure of the whole network. */
export const networkColumns = [
  {
    key: "metric",
    column: "metric",
    type: "text",
    title: "key",
    sentence: "What scripts know the measure by.",
  },
  {
    key: "value",
    column: "value",
    type: "number",
    title: "value",
    sentence: "The measure's value.",
    empty: "it cannot be told here, such as a mean of nothing",
  },
  {
    key: "name",
    column: "name",
    type: "text",
    title: "measure",
    sentence: "What people know the measure by; NodeXL's name where it has one.",
  },
  {
    key: "note",
    column: "note",
    type: "text",
    title: "what it says",
    sentence: "What the value says.",
  },
] as const satisfies readonly TableColumn[];
