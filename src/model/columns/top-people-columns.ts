import { topMeasures } from "../top-measures.js";
import type { TableColumn } from "./column.js";

/** The columns of `top-people.csv`: a row is a person, by community, measure and rank. */
export const topPeopleColumns = [
  {
    key: "community",
    column: "community",
    type: "text",
    title: "community",
    sentence: "Among whom the person is at the top.",
    empty: "it is everybody",
  },
  {
    key: "measure",
    column: "measure",
    type: "text",
    range: topMeasures.map(({ measure }) => measure).join(", "),
    title: "measure",
    sentence: "At the top of what the person is.",
    definition: `${topMeasures.map(({ measure, meaning }) => `${measure}: ${meaning}`).join("; ")}. All are counted in the whole network.`,
  },
  {
    key: "rank",
    column: "rank",
    type: "whole",
    range: "1 to 10",
    title: "place",
    sentence: "The place, the highest value first; people with the same value by id.",
  },
  {
    key: "id",
    column: "id",
    type: "text",
    title: "id",
    sentence: "The person, as in nodes.csv. Who has opted out is never listed.",
  },
  {
    key: "label",
    column: "label",
    type: "text",
    title: "label",
    sentence: "How the person is named everywhere.",
  },
  {
    key: "value",
    column: "value",
    type: "number",
    range: "above 0",
    title: "value",
    sentence: "How much it is.",
  },
] as const satisfies readonly TableColumn[];
