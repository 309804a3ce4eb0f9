import { codebookColumns } from "./codebook-columns.js";
import type { TableColumn } from "./column.js";
import { communitiesOverTimeColumns } from "./communities-over-time-columns.js";
import { communityColumns } from "./community-columns.js";
import {
  comparedCommunityColumns,
  comparedItemColumns,
  comparedMeasureColumns,
  comparedPersonColumns,
} from "./comparison-columns.js";
import { edgeColumns } from "./edge-columns.js";
import { followColumns } from "./follow-columns.js";
import { interactionColumns } from "./interaction-columns.js";
import { mastodonFollowsColumns } from "./mastodon-follows-columns.js";
import { networkColumns } from "./network-columns.js";
import { nodeColumns } from "./node-columns.js";
import { peopleOverTimeColumns } from "./people-over-time-columns.js";
import { postColumns } from "./post-columns.js";
import { sliceColumns } from "./slice-columns.js";
import { topItemColumns } from "./top-item-columns.js";
import { topPeopleColumns } from "./top-people-columns.js";
import { validationColumns } from "./validation-columns.js";

export interface Table {
  readonly file: string;
  /** What one row is. */
  readonly row: string;
  readonly columns: readonly TableColumn[];
}

/** The tables of a report, people first. */
export const reportTables = [
  { file: "nodes.csv", row: "a person", columns: nodeColumns },
  { file: "edges.csv", row: "a tie", columns: edgeColumns },
  { file: "interactions.csv", row: "an interaction", columns: interactionColumns },
  { file: "posts.csv", row: "a post", columns: postColumns },
  { file: "communities.csv", row: "a community", columns: communityColumns },
  {
    file: "top-items.csv",
    row: "a hashtag, link, site, word or pair of words",
    columns: topItemColumns,
  },
  {
    file: "top-people.csv",
    row: "a person at the top of a measure",
    columns: topPeopleColumns,
  },
  { file: "network.csv", row: "a measure of the whole network", columns: networkColumns },
  { file: "follow.csv", row: "a person on a list", columns: followColumns },
  {
    file: "mastodon-follows.csv",
    row: "a person to follow, as Mastodon imports it",
    columns: mastodonFollowsColumns,
  },
  { file: "slices.csv", row: "a stretch of time (--slices)", columns: sliceColumns },
  {
    file: "people-over-time.csv",
    row: "a named person in a slice (--slices)",
    columns: peopleOverTimeColumns,
  },
  {
    file: "communities-over-time.csv",
    row: "a community in a slice (--slices)",
    columns: communitiesOverTimeColumns,
  },
  { file: "codebook.csv", row: "a column of a table", columns: codebookColumns },
] as const satisfies readonly Table[];

/** The tables of a comparison. */
export const comparisonTables = [
  { file: "compare.csv", row: "a measure of the network", columns: comparedMeasureColumns },
  { file: "compare-people.csv", row: "a person who is named", columns: comparedPersonColumns },
  {
    file: "compare-communities.csv",
    row: "two communities that have people in common, or one that has none to match",
    columns: comparedCommunityColumns,
  },
  {
    file: "compare-items.csv",
    row: "a hashtag, link, site, word or pair of words",
    columns: comparedItemColumns,
  },
] as const satisfies readonly Table[];

/** The table of a backtest. */
export const validationTable = {
  file: "validate.csv",
  row: "an order of people on a question",
  columns: validationColumns,
} as const satisfies Table;
