import { z } from "zod";
import { personColumns } from "../columns/person-columns.js";
import { followListNames, followOrders, leftOutReasons } from "../recommendation.js";
import { verdicts } from "../verdict.js";
import { answer, count, inputSummary, rowOf, texts, time } from "./answer-parts.js";

const identityKeys: readonly string[] = ["id", "label", "handle", "server", "name", "url"];
const identity = z.object(rowOf(personColumns.filter(({ key }) => identityKeys.includes(key))));

/** A verdict of an order on the archive's own past. */
export const verdict = z.object({
  kind: z.enum(Object.keys(verdicts)),
  sentence: z.string(),
  /** What other archives say. */
  elsewhere: z
    .object({
      archives: count,
      windows: count,
      learners: count,
      mean: z.number(),
      low: z.number().optional(),
      high: z.number().optional(),
      won: count,
    })
    .optional(),
});

const recommendation = z.object({
  rank: count,
  stability: z
    .object({ rankLow: count, rankHigh: count, stays: z.number().min(0).max(1) })
    .optional()
    .describe("the likely ranks, and in which share of resamples the person stays"),
  person: identity,
  community: z.string().optional(),
  isDiscoverable: z.boolean(),
  score: z.number().describe("the one that the list is ordered by"),
  scores: z.object(Object.fromEntries(followOrders.map((order) => [order, z.number()]))),
  contributions: texts,
  reasons: texts,
  caution: z.string().optional(),
  links: texts,
  attentionByBin: z.array(count).describe("how many people engaged them, by bins of time"),
});

const list = z.object({
  list: z.enum(followListNames),
  title: z.string(),
  question: z.string(),
  community: z.string().optional().describe("absent for everybody's"),
  verdict: verdict.optional().describe("what the posts' own past says of the list"),
  people: z.array(recommendation),
  unstableRanks: z.array(count).describe("places that are too close to call"),
  candidates: z.array(recommendation).describe("who could stand on these"),
  expectedOverlap: z.number().optional(),
});

/** Whom to follow, and what that rests on. */
export const followResult = {
  order: z.enum(followOrders),
  starterOrder: z.enum(followOrders),
  verdict: verdict.optional(),
  now: time.optional(),
  binDays: z.number(),
  halfLifeBins: z.number(),
  activeBins: z.number(),
  coreSize: count,
  vouchersNeeded: count,
  resamples: count,
  trusted: texts,
  kept: texts,
  excluded: texts,
  learner: z.object({ label: z.string().optional(), followed: count }).optional(),
  eligible: count,
  leftOut: z.array(z.object({ reason: z.enum(leftOutReasons), sentence: z.string(), count })),
  warnings: texts,
  lists: z.array(list),
};

export const followAnswer = answer({ command: "follow", schemaVersion: 1 }, followResult, {
  inputs: z.array(inputSummary),
  filters: texts,
});
