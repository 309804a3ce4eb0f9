import { backtestMethods, backtestQuestions } from "../backtest.js";
import type { TableColumn } from "./column.js";

const isBaseline = "the method is this baseline itself";
const tooFewWindows = "the method is this baseline itself, or there are fewer than six windows";

/** NDCG@10 less that of a baseline, with what chance leaves of it. */
function difference<Baseline extends "D" | "Dd">(baseline: Baseline, name: string) {
  const column = baseline === "D" ? ("d" as const) : ("dd" as const);
  return [
    {
      key: `against${baseline}`,
      column: `against_${column}`,
      type: "number",
      range: "-1 to 1",
      title: `against ${name}`,
      sentence: `NDCG@10 less that of ${name}, on the same learners.`,
      empty: isBaseline,
    },
    {
      key: `against${baseline}Low`,
      column: `against_${column}_low`,
      type: "number",
      range: "-1 to 1",
      title: `against ${name}, from`,
      sentence: "The smallest gain that the windows do not rule out, with 97.5 % certainty.",
      empty: tooFewWindows,
    },
    {
      key: `against${baseline}High`,
      column: `against_${column}_high`,
      type: "number",
      range: "-1 to 1",
      title: `against ${name}, to`,
      sentence: "The largest gain that the windows do not rule out, with 97.5 % certainty.",
      empty: tooFewWindows,
    },
    {
      key: `pBetter${baseline}`,
      column: `against_${column}_p_better`,
      type: "number",
      range: "0 to 1",
      title: `chance of so much gain on ${name}`,
      sentence:
        "The chance of so large a gain by accident, corrected for all orders that are compared.",
      source: "Westfall and Young (1993), Resampling-based Multiple Testing",
      empty: isBaseline,
    },
    {
      key: `pWorse${baseline}`,
      column: `against_${column}_p_worse`,
      type: "number",
      range: "0 to 1",
      title: `chance of so much loss against ${name}`,
      sentence:
        "The chance of so large a loss by accident, corrected for all orders that are compared.",
      source: "Westfall and Young (1993), Resampling-based Multiple Testing",
      empty: isBaseline,
    },
    {
      key: `windowsWon${baseline}`,
      column: `windows_won_${column}`,
      type: "whole",
      unit: "windows",
      range: "0 or more",
      title: `windows won against ${name}`,
      sentence: "In how many windows the method's mean is higher.",
      empty: isBaseline,
    },
  ] as const;
}

/** The columns of `validate.csv`: a row is a method on a question. */
export const validationColumns = [
  {
    key: "question",
    column: "question",
    type: "text",
    range: backtestQuestions.join(", "),
    title: "question",
    sentence: "Whose later contacts the order is compared with.",
  },
  {
    key: "method",
    column: "method",
    type: "text",
    range: backtestMethods.join(", "),
    title: "method",
    sentence: "The order that is tried, as scripts know it.",
  },
  {
    key: "title",
    column: "title",
    type: "text",
    title: "order",
    sentence: "The order that is tried, in words.",
  },
  {
    key: "learners",
    column: "learners",
    type: "whole",
    unit: "people",
    range: "0 or more",
    title: "learners",
    sentence: "How many people the order was tried on.",
  },
  {
    key: "windows",
    column: "windows",
    type: "whole",
    unit: "windows",
    range: "0 or more",
    title: "windows",
    sentence: "In how many stretches of time there was anybody to try it on.",
  },
  {
    key: "ndcg",
    column: "ndcg_10",
    type: "number",
    range: "0 to 1",
    title: "NDCG@10",
    sentence: "How well the first ten fit: 1 where the right people are in front.",
    source: "Järvelin and Kekäläinen (2002), doi:10.1145/582415.582418",
  },
  {
    key: "ndcgLow",
    column: "ndcg_10_low",
    type: "number",
    range: "0 to 1",
    title: "NDCG@10, from",
    sentence: "The lower end of the interval that holds 95 % of the resamples.",
  },
  {
    key: "ndcgHigh",
    column: "ndcg_10_high",
    type: "number",
    range: "0 to 1",
    title: "NDCG@10, to",
    sentence: "The upper end of the interval that holds 95 % of the resamples.",
  },
  {
    key: "hit",
    column: "hit_10",
    type: "number",
    range: "0 to 1",
    title: "hit@10",
    sentence: "The share of learners who engaged one of the first ten.",
  },
  {
    key: "recall",
    column: "recall_50",
    type: "number",
    range: "0 to 1",
    title: "recall@50",
    sentence: "Of the people whom a learner engaged, the share among the first fifty.",
  },
  {
    key: "coverage",
    column: "community_coverage",
    type: "number",
    range: "0 to 1",
    title: "communities reached",
    sentence: "The share of people whose community has somebody among the first ten.",
  },
  ...difference("D", "reach (D)"),
  ...difference("Dd", "recent reach (Dd)"),
] as const satisfies readonly TableColumn[];
