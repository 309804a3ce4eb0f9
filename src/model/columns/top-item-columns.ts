import { itemKinds } from "../top-items.js";
import type { TableColumn } from "./column.js";

/** The columns of `top-items.csv`: a row is a hashtag, link or word, by community, kind and rank. */
export const topItemColumns = [
  {
    key: "community",
    column: "community",
    type: "text",
    title: "community",
    sentence: "Whose list it is on.",
    empty: "the list is that of everybody",
  },
  {
    key: "kind",
    column: "kind",
    type: "text",
    range: itemKinds.join(", "),
    title: "kind",
    sentence: "What the item is.",
  },
  {
    key: "item",
    column: "item",
    type: "text",
    title: "item",
    sentence: "The hashtag, address, site, word, or two words with a space.",
  },
  {
    key: "authors",
    column: "authors",
    type: "whole",
    unit: "people",
    range: "1 or more",
    title: "people",
    sentence: "How many different people used it.",
  },
  {
    key: "count",
    column: "count",
    type: "whole",
    range: "1 or more",
    title: "uses",
    sentence: "How often it stands in their posts.",
    definition: "Of words and pairs every use counts; of hashtags, links and sites posts with it.",
  },
  {
    key: "salience",
    column: "salience",
    type: "number",
    title: "salience",
    sentence: "How much a word or pair says about these posts.",
    definition: "count / all words x log10(posts / posts with it), as NodeXL has it.",
    empty: "the item is no word or pair of words",
  },
  {
    key: "mutualInformation",
    column: "mutual_information",
    type: "number",
    title: "mutual information",
    sentence: "How much more often two words stand together than chance would put them.",
    definition: "log10(P(xy) / (P(x) P(y))) over all pairs of neighbouring words.",
    empty: "the item is no pair of words",
  },
] as const satisfies readonly TableColumn[];
