import { changeVerdicts, communityChanges, personChanges } from "../change-words.js";
import type { TableColumn } from "./column.js";

const stepColumns = [
  {
    key: "before",
    column: "before",
    type: "text",
    title: "before",
    sentence: "The analysis that is compared with.",
  },
  {
    key: "now",
    column: "now",
    type: "text",
    title: "now",
    sentence: "The analysis that is compared.",
  },
] as const satisfies readonly TableColumn[];

const noInterval = "the measure has no interval, or it was not asked for";
const interval = "95 % of differences that chance alone would make around this one lie between.";

/** The columns of `compare.csv`: a row is a measure of the network. */
export const comparedMeasureColumns = [
  ...stepColumns,
  {
    key: "metric",
    column: "metric",
    type: "text",
    title: "key",
    sentence: "The measure's key in network.csv.",
  },
  {
    key: "name",
    column: "name",
    type: "text",
    title: "measure",
    sentence: "The measure's name.",
  },
  {
    key: "valueBefore",
    column: "value_before",
    type: "number",
    title: "value before",
    sentence: "Its value in the analysis before.",
    empty: "as in network.csv",
  },
  {
    key: "valueNow",
    column: "value_now",
    type: "number",
    title: "value now",
    sentence: "Its value in this analysis.",
    empty: "as in network.csv",
  },
  {
    key: "change",
    column: "change",
    type: "number",
    title: "change",
    sentence: "The value now less the value before.",
    empty: "one of the two is not known",
  },
  {
    key: "low",
    column: "change_low",
    type: "number",
    title: "least likely change",
    sentence: "The lower end of the change's interval.",
    definition: `${interval} Standard errors come from drawing people with all their ties.`,
    source: "Snijders and Borgatti (1999), Connections 22(2), 161-170",
    empty: noInterval,
  },
  {
    key: "high",
    column: "change_high",
    type: "number",
    title: "most likely change",
    sentence: "The upper end of the change's interval.",
    empty: noInterval,
  },
  {
    key: "verdict",
    column: "verdict",
    type: "text",
    range: changeVerdicts.join(", "),
    title: "verdict",
    sentence: "Whether the change is more than chance makes.",
    definition: "Within chance: 0 lies in the interval.",
    empty: noInterval,
  },
] as const satisfies readonly TableColumn[];

const place = "The place by how many different people engaged them; 1 is the most.";
const notThere = "the person is not there";
const notResampled = "the person is not there, or authors were not resampled";

/** The columns of `compare-people.csv`: a row is a person who is named in either. */
export const comparedPersonColumns = [
  ...stepColumns,
  {
    key: "id",
    column: "id",
    type: "text",
    title: "id",
    sentence: "The account, as in nodes.csv; by this people are joined.",
  },
  {
    key: "label",
    column: "label",
    type: "text",
    title: "person",
    sentence: "What the account is called.",
  },
  {
    key: "change",
    column: "change",
    type: "text",
    range: personChanges.join(", "),
    title: "change",
    sentence: "Whether the person is new, gone, risen or fallen.",
    definition: "Risen and fallen: the likely places of before and now have none in common.",
  },
  ...(["Before", "Now"] as const).flatMap(
    (time) =>
      [
        {
          key: `rank${time}`,
          column: `rank_${time === "Now" ? "now" : "before"}`,
          type: "whole",
          range: "1 or more",
          title: `place ${time === "Now" ? "now" : "before"}`,
          sentence: place,
          empty: notThere,
        },
        {
          key: `low${time}`,
          column: `rank_low_${time === "Now" ? "now" : "before"}`,
          type: "whole",
          range: "1 or more",
          title: "best likely place",
          sentence: "The best place that is likely: nine of ten resamples of authors lie within.",
          empty: notResampled,
        },
        {
          key: `high${time}`,
          column: `rank_high_${time === "Now" ? "now" : "before"}`,
          type: "whole",
          range: "1 or more",
          title: "worst likely place",
          sentence: "The worst place that is likely.",
          empty: notResampled,
        },
        {
          key: `community${time}`,
          column: `community_${time === "Now" ? "now" : "before"}`,
          type: "text",
          title: "community",
          sentence: "The person's community in that analysis.",
          empty: "the person is not there, or in no community",
        },
      ] as const,
  ),
] as const satisfies readonly TableColumn[];

/** The columns of `compare-communities.csv`: a row is a pair of communities, or one that has none to match. */
export const comparedCommunityColumns = [
  ...stepColumns,
  {
    key: "communityBefore",
    column: "community_before",
    type: "text",
    title: "community before",
    sentence: "The community in the analysis before, with what it is about.",
    empty: "the community is new",
  },
  {
    key: "communityNow",
    column: "community_now",
    type: "text",
    title: "community now",
    sentence: "The community in this analysis, with what it is about.",
    empty: "the community has ended",
  },
  {
    key: "change",
    column: "change",
    type: "text",
    range: communityChanges.join(", "),
    title: "change",
    sentence: "What became of the community.",
    definition:
      "As in communities-over-time.csv: more people in common than by chance, the highest Jaccard index first.",
    source: "Greene, Doyle and Cunningham (2010), doi:10.1109/ASONAM.2010.17",
  },
  {
    key: "sizeBefore",
    column: "size_before",
    type: "whole",
    unit: "people",
    title: "people before",
    sentence: "How many people it had.",
    empty: "the community is new",
  },
  {
    key: "sizeNow",
    column: "size_now",
    type: "whole",
    unit: "people",
    title: "people now",
    sentence: "How many people it has.",
    empty: "the community has ended",
  },
  {
    key: "shared",
    column: "shared",
    type: "whole",
    unit: "people",
    title: "people in both",
    sentence: "How many people are in both.",
    empty: "there is no pair",
  },
  {
    key: "jaccard",
    column: "jaccard",
    type: "number",
    range: "0 to 1",
    title: "Jaccard index",
    sentence: "People in both, of all in either who are in a community both times.",
    empty: "there is no pair",
  },
] as const satisfies readonly TableColumn[];

const notAmong = "it is not among those that most people use there";

/** The columns of `compare-items.csv`: a row is a hashtag, link, site, word or pair of words. */
export const comparedItemColumns = [
  ...stepColumns,
  {
    key: "kind",
    column: "kind",
    type: "text",
    title: "kind",
    sentence: "What it is, as in top-items.csv.",
  },
  {
    key: "item",
    column: "item",
    type: "text",
    title: "item",
    sentence: "The hashtag, link, site or word itself.",
  },
  {
    key: "shareBefore",
    column: "share_before",
    type: "number",
    range: "0 to 1",
    title: "share before",
    sentence: "Of the people who posted before, the share who used it.",
    empty: notAmong,
  },
  {
    key: "shareNow",
    column: "share_now",
    type: "number",
    range: "0 to 1",
    title: "share now",
    sentence: "Of the people who post now, the share who use it.",
    empty: notAmong,
  },
  {
    key: "change",
    column: "change",
    type: "number",
    title: "change",
    sentence: "The share now less the share before.",
    empty: notAmong,
  },
  {
    key: "low",
    column: "change_low",
    type: "number",
    title: "least likely change",
    sentence: "The lower end of the change's interval.",
    definition: `${interval} By the standard errors of two shares.`,
    empty: notAmong,
  },
  {
    key: "high",
    column: "change_high",
    type: "number",
    title: "most likely change",
    sentence: "The upper end of the change's interval.",
    empty: notAmong,
  },
  {
    key: "verdict",
    column: "verdict",
    type: "text",
    range: changeVerdicts.join(", "),
    title: "verdict",
    sentence: "Whether the change is more than chance makes.",
    definition: "Within chance: 0 lies in the interval.",
    empty: notAmong,
  },
] as const satisfies readonly TableColumn[];
