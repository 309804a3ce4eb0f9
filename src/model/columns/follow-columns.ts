import { type FollowOrder, followListNames, followOrders } from "../recommendation.js";
import type { TableColumn } from "./column.js";

const notResampled = "the order of this list is not resampled, or --bootstrap is 0";
const unknown = "not known";

const orderWords = {
  d: {
    title: "reach (D)",
    unit: "people",
    sentence: "How many different people engaged this person.",
  },
  df: {
    title: "reach and followers (Df)",
    sentence: "Reach times the square root of how many people follow this person.",
    definition:
      "D · √(1 + followers), which gives the order of ln D + ½ ln followers. Where followers are not known, the median of those that are; where nobody's are, D.",
  },
  dd: {
    title: "recent reach (Dd)",
    sentence:
      "The same, each person weighing half as much for every half-life since they last did.",
  },
  a: {
    title: "steady attention (A)",
    sentence: "How many different people engaged this person, time after time.",
    definition:
      "Over bins, the sum of the square root of the people who engaged them in it, halved every half-life.",
  },
  f: {
    title: "fused ranks (F)",
    sentence: "Three ranks in one: reach, recent reach and steady attention.",
    definition: "The sum over the ranks by D, Dd and A of 1 / (60 + rank).",
    source: "Cormack, Clarke and Büttcher (2009), doi:10.1145/1571941.1572114",
  },
  t: {
    title: "talk (T)",
    unit: "people",
    sentence: "How many different people replied to or mentioned this person.",
  },
  c: {
    title: "help (C)",
    sentence: "How many newcomers and others this person answered, time after time.",
    definition:
      "Over bins, the sum of the square root of the newcomers and a quarter of all people they replied to, halved every half-life.",
  },
} as const satisfies Record<
  FollowOrder,
  Pick<TableColumn, "title" | "sentence" | "unit" | "definition" | "source">
>;

/** The columns of `follow.csv`: a row is a person on a list, by list and rank. */
export const followColumns = [
  {
    key: "list",
    column: "list",
    type: "text",
    range: followListNames.join(", "),
    title: "list",
    sentence: "The list that the person is on.",
  },
  {
    key: "question",
    column: "question",
    type: "text",
    title: "question",
    sentence: "What the list answers.",
  },
  {
    key: "community",
    column: "community",
    type: "text",
    title: "community",
    sentence: "The community whose list it is.",
    empty: "the list is for everybody",
  },
  {
    key: "rank",
    column: "rank",
    type: "whole",
    range: "1 or more",
    title: "rank",
    sentence: "The place on the list.",
  },
  {
    key: "rankLow",
    column: "rank_low",
    type: "whole",
    range: "1 or more",
    title: "rank, from",
    sentence: "With other authors, the place would likely be this or a later one.",
    definition: "The rank that 5 % of the resamples of authors lie below.",
    source: "Efron (1979), doi:10.1214/aos/1176344552",
    empty: notResampled,
  },
  {
    key: "rankHigh",
    column: "rank_high",
    type: "whole",
    range: "1 or more",
    title: "rank, to",
    sentence: "With other authors, the place would likely be this or an earlier one.",
    definition: "The rank that 5 % of the resamples of authors lie above.",
    source: "Efron (1979), doi:10.1214/aos/1176344552",
    empty: notResampled,
  },
  {
    key: "stays",
    column: "stays",
    type: "number",
    range: "0 to 1",
    title: "stays",
    sentence: "In which share of the resamples the person is on a list of the same length.",
    empty: notResampled,
  },
  {
    key: "id",
    column: "id",
    type: "text",
    title: "id",
    sentence: "The person's id in nodes.csv.",
  },
  {
    key: "handle",
    column: "handle",
    type: "text",
    title: "handle",
    sentence: "The user name, without @ and server.",
    empty: unknown,
  },
  {
    key: "server",
    column: "server",
    type: "text",
    title: "server",
    sentence: "The server that the account lives on.",
    empty: unknown,
  },
  {
    key: "name",
    column: "name",
    type: "text",
    title: "name",
    sentence: "The name that the person shows on their profile.",
    empty: unknown,
  },
  {
    key: "url",
    column: "url",
    type: "text",
    title: "page",
    sentence: "The address of the profile.",
    empty: unknown,
  },
  {
    key: "score",
    column: "score",
    type: "number",
    title: "score",
    sentence: "The number that the list is ordered by.",
  },
  ...followOrders.map(
    (order) =>
      ({
        key: order,
        column: order,
        type: "number",
        range: "0 or more",
        ...orderWords[order],
      }) as const,
  ),
  ...([1, 2, 3, 4] as const).map(
    (place) =>
      ({
        key: `reason${place}`,
        column: `reason_${place}`,
        type: "text",
        title: `reason ${place}`,
        sentence: "Why the person is on the list, in a sentence with numbers.",
        empty: "there are fewer reasons",
      }) as const,
  ),
  ...([1, 2, 3] as const).map(
    (place) =>
      ({
        key: `link${place}`,
        column: `link_${place}`,
        type: "text",
        title: `post ${place}`,
        sentence: "The address of a post of the person.",
        empty: "there are fewer posts to show",
      }) as const,
  ),
] as const satisfies readonly TableColumn[];
