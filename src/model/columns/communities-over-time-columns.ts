import { communityEnds, communityEvents } from "../sliced.js";
import type { TableColumn } from "./column.js";
import { sliceKeyColumns } from "./slice-columns.js";

const tracking = "Greene, Doyle and Cunningham (2010), doi:10.1109/ASONAM.2010.17";

/** The columns of `communities-over-time.csv`: a row is a community in a slice. */
export const communitiesOverTimeColumns = [
  {
    key: "community",
    column: "community",
    type: "text",
    title: "community",
    sentence: "The community through time: C1 has the most people in all slices together.",
    definition:
      "Each slice's communities are matched with the latest stage of every earlier one. Only people who are in a community both times are counted. A pair counts that has more people in common than by chance: hypergeometric test, at 0.05 divided by the number of pairs. Of such pairs the highest Jaccard index goes first.",
    source: tracking,
  },
  ...sliceKeyColumns,
  {
    key: "label",
    column: "label",
    type: "text",
    title: "what it is about",
    sentence: "Hashtags or words that are typical of it in the slice in which it is largest.",
    empty: "nothing is",
  },
  {
    key: "size",
    column: "size",
    type: "whole",
    unit: "people",
    range: "1 or more",
    title: "people",
    sentence: "How many people belong to it in the slice.",
  },
  {
    key: "posts",
    column: "posts",
    type: "whole",
    unit: "posts",
    range: "0 or more",
    title: "posts",
    sentence: "Own posts of its members in the slice, without reposts.",
  },
  {
    key: "event",
    column: "event",
    type: "text",
    range: communityEvents.join(", "),
    title: "how it came",
    sentence: "Whether it is new, goes on, is there again, or split from another.",
  },
  {
    key: "cameFrom",
    column: "came_from",
    type: "text",
    title: "came from",
    sentence: "The community that it continues, or that it split from.",
    empty: "it is new",
  },
  {
    key: "jaccard",
    column: "jaccard",
    type: "number",
    range: "0 to 1",
    title: "Jaccard index",
    sentence: "People in common with that one, of all in either who are in both slices.",
    source: tracking,
    empty: "it is new",
  },
  {
    key: "merged",
    column: "merged",
    type: "text",
    title: "took in",
    sentence: "Communities that went into it in this slice, with semicolons between.",
    empty: "none did",
  },
  {
    key: "end",
    column: "end",
    type: "text",
    range: communityEnds.join(", "),
    title: "how it ended",
    sentence: "Whether it is gone after this slice, or has gone into another.",
    empty: "a later slice continues it, or this is the last",
  },
  {
    key: "topPeople",
    column: "top_people",
    type: "text",
    title: "most engaged",
    sentence: "The members whom most people engaged in the slice, with semicolons between.",
    empty: "none of these may be named",
  },
  {
    key: "topHashtags",
    column: "top_hashtags",
    type: "text",
    title: "top hashtags",
    sentence: "The hashtags that most members use in the slice, with semicolons between.",
    empty: "its members use none",
  },
] as const satisfies readonly TableColumn[];
