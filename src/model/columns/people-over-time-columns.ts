import type { TableColumn } from "./column.js";
import { degreeColumns } from "./degree-columns.js";
import { nodeMeasures } from "./node-measures.js";
import { sliceKeyColumns } from "./slice-columns.js";

const notResampled = "authors were not resampled (--bootstrap 0)";
const resampled =
  "In nine of ten resamples, in which authors and all they do are drawn at random; see --bootstrap.";

/** The columns of `people-over-time.csv`: a row is a named person in a slice. */
export const peopleOverTimeColumns = [
  ...sliceKeyColumns,
  {
    key: "id",
    column: "id",
    type: "text",
    title: "id",
    sentence: "The account, as in nodes.csv.",
    definition: "People who have opted out are in no table over time.",
  },
  {
    key: "label",
    column: "label",
    type: "text",
    title: "person",
    sentence: "What the account is called on the map and in lists.",
  },
  {
    key: "community",
    column: "community",
    type: "text",
    title: "community",
    sentence: "The community of the slice, by its name in communities-over-time.csv.",
    empty: "the person has no tie to anybody in the slice",
  },
  {
    key: "role",
    column: "role",
    type: "text",
    range: "core, active, peripheral, mentioned",
    title: "role",
    sentence: "How much the person takes part in the slice, as in nodes.csv.",
  },
  {
    key: "posts",
    column: "posts",
    type: "whole",
    unit: "posts",
    range: "0 or more",
    title: "own posts",
    sentence: "Own posts in the slice, without reposts.",
  },
  {
    key: "rank",
    column: "rank",
    type: "whole",
    range: "1 or more",
    title: "place",
    sentence: "The place by how many different people engaged them; 1 is the most.",
    definition: "One more than how many people have more; equals share a place.",
  },
  {
    key: "rankLow",
    column: "rank_low",
    type: "whole",
    range: "1 or more",
    title: "best likely place",
    sentence: "The best place that is likely.",
    definition: resampled,
    empty: notResampled,
  },
  {
    key: "rankHigh",
    column: "rank_high",
    type: "whole",
    range: "1 or more",
    title: "worst likely place",
    sentence: "The worst place that is likely.",
    definition: resampled,
    empty: notResampled,
  },
  ...degreeColumns,
  ...nodeMeasures,
] as const satisfies readonly TableColumn[];
