import type { TableColumn } from "./column.js";
import { networkMeasures } from "./network-measures.js";

/** Which stretch of time a row is of: the first columns of every table over time. */
export const sliceKeyColumns = [
  {
    key: "slice",
    column: "slice",
    type: "whole",
    range: "1 or more",
    title: "slice",
    sentence: "The number of the stretch of time, from 1.",
  },
  {
    key: "from",
    column: "from",
    type: "time",
    title: "from",
    sentence: "When the slice begins (UTC).",
  },
] as const satisfies readonly TableColumn[];

const takesPart =
  "Who posts or reposts takes part; who is only mentioned does not. Of ties without posts, who acts does.";

const comingColumns = [
  {
    key: "posts",
    column: "posts",
    type: "whole",
    unit: "posts",
    range: "0 or more",
    title: "own posts",
    sentence: "Posts of the slice, without reposts.",
  },
  {
    key: "reposts",
    column: "reposts",
    type: "whole",
    unit: "reposts",
    range: "0 or more",
    title: "reposts",
    sentence: "Reposts of the slice.",
  },
  {
    key: "people",
    column: "people",
    type: "whole",
    unit: "people",
    range: "0 or more",
    title: "people who took part",
    sentence: "How many different people posted or reposted.",
    definition: "Newcomers, returners and stayers together.",
  },
  {
    key: "newcomers",
    column: "newcomers",
    type: "whole",
    unit: "people",
    range: "0 or more",
    title: "newcomers",
    sentence: "Of these, who took part in no slice before; in the first slice everybody.",
    definition: takesPart,
  },
  {
    key: "returners",
    column: "returners",
    type: "whole",
    unit: "people",
    range: "0 or more",
    title: "returners",
    sentence: "Of these, who took part earlier, but not in the slice before.",
    definition: takesPart,
  },
  {
    key: "stayers",
    column: "stayers",
    type: "whole",
    unit: "people",
    range: "0 or more",
    title: "stayers",
    sentence: "Of these, who took part in the slice before, too.",
    definition: takesPart,
  },
  {
    key: "leavers",
    column: "leavers",
    type: "whole",
    unit: "people",
    range: "0 or more",
    title: "leavers",
    sentence: "Who took part in the slice before, and not in this one.",
    definition: takesPart,
  },
  {
    key: "births",
    column: "community_births",
    type: "whole",
    unit: "communities",
    range: "0 or more",
    title: "communities born",
    sentence: "Communities that continue none of an earlier slice.",
  },
  {
    key: "splits",
    column: "community_splits",
    type: "whole",
    unit: "communities",
    range: "0 or more",
    title: "communities split off",
    sentence: "Communities that came out of one that goes on beside them.",
  },
  {
    key: "merges",
    column: "community_merges",
    type: "whole",
    unit: "communities",
    range: "0 or more",
    title: "communities merged",
    sentence: "Earlier communities that went into one that was there already.",
  },
  {
    key: "deaths",
    column: "community_deaths",
    type: "whole",
    unit: "communities",
    range: "0 or more",
    title: "communities ended",
    sentence: "Communities of the slice before that no later slice continues.",
  },
] as const satisfies readonly TableColumn[];

/** The columns of `slices.csv`: a row is a slice. */
export const sliceColumns = [
  ...sliceKeyColumns,
  {
    key: "until",
    column: "until",
    type: "time",
    title: "until",
    sentence: "When the slice ends (UTC); this moment is in the next.",
  },
  ...comingColumns,
  ...networkMeasures.map(
    ({ metric, name }) =>
      ({
        key: metric,
        within: "measures",
        column: metric,
        type: "number",
        title: name,
        sentence: "The measure of this name in network.csv, of the slice.",
        empty: "as in network.csv",
      }) as const,
  ),
] as const satisfies readonly TableColumn[];
