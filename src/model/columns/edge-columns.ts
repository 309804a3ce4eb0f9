import type { TableColumn } from "./column.js";
import { kindPhrases, kindsInTables } from "./kinds-in-tables.js";

const noTime = "no interaction of the tie has a time, or one of the two has opted out";

/** The columns of `edges.csv`: a row is a tie, an ordered pair of people. */
export const edgeColumns = [
  {
    key: "source",
    column: "source",
    type: "text",
    title: "from",
    sentence: "Who acts: the id of a person in nodes.csv.",
  },
  {
    key: "target",
    column: "target",
    type: "text",
    title: "to",
    sentence: "Who receives attention: the id of a person in nodes.csv.",
    definition: "With --edges flow source and target are turned round: how information travels.",
  },
  {
    key: "weight",
    column: "weight",
    type: "number",
    unit: "interactions",
    range: "above 0",
    title: "weight",
    sentence: "How often the one engaged the other, over all kinds that make a tie.",
  },
  ...kindsInTables.map(
    (kind) =>
      ({
        key: kind,
        within: "byKind",
        column: kind,
        type: "number",
        unit: "interactions",
        range: "0 or more",
        title: kindPhrases[kind],
        sentence: `How many of these interactions are ${kindPhrases[kind]}.`,
      }) as const,
  ),
  {
    key: "first",
    column: "first",
    type: "time",
    title: "first",
    sentence: "When the first of these interactions took place (UTC).",
    empty: noTime,
  },
  {
    key: "last",
    column: "last",
    type: "time",
    title: "last",
    sentence: "When the last of these interactions took place (UTC).",
    empty: noTime,
  },
] as const satisfies readonly TableColumn[];
