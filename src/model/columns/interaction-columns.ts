import { interactionKinds } from "../interaction.js";
import type { TableColumn } from "./column.js";

const unnamed = "somebody in it is not named, whom it would lead to";

/** The columns of `interactions.csv`: a row is an interaction. */
export const interactionColumns = [
  {
    key: "source",
    column: "source",
    type: "text",
    title: "from",
    sentence: "Who acts: the id of a person in nodes.csv.",
    definition: "With --edges flow source and target are turned round, as in edges.csv.",
  },
  {
    key: "target",
    column: "target",
    type: "text",
    title: "to",
    sentence: "Who receives attention: the id of a person in nodes.csv.",
  },
  {
    key: "kind",
    column: "kind",
    type: "text",
    range: interactionKinds.join(", "),
    title: "kind",
    sentence: "What the one did.",
  },
  {
    key: "weight",
    column: "weight",
    type: "number",
    unit: "interactions",
    range: "above 0",
    title: "weight",
    sentence: "For how many interactions the row stands: 1 for what a post does.",
    definition:
      "A tie that came without posts has its own weight. All interactions of one kind with " +
      "somebody who is not named are one row. Weights of two people add up to those of edges.csv.",
  },
  {
    key: "time",
    column: "time",
    type: "time",
    title: "time",
    sentence: "When it took place (UTC); of several, the last.",
    empty: `nobody knows, or ${unnamed}`,
  },
  {
    key: "first",
    column: "first",
    type: "time",
    title: "first",
    sentence: "When the first of several took place (UTC).",
    empty: `the row is one interaction, or nobody knows, or ${unnamed}`,
  },
  {
    key: "post",
    column: "post",
    type: "text",
    title: "post",
    sentence: "The post that does it: its id in posts.csv.",
    empty: `the tie came without posts, or ${unnamed}`,
  },
  {
    key: "targetPost",
    column: "target_post",
    type: "text",
    title: "target post",
    sentence: "The post that is answered, reposted or quoted.",
    definition: "It stands in posts.csv only where it counts itself.",
    empty: `it is a mention, or the post is not known, or ${unnamed}`,
  },
] as const satisfies readonly TableColumn[];
