import { z } from "zod";
import { communitiesOverTimeColumns } from "../columns/communities-over-time-columns.js";
import { edgeColumns } from "../columns/edge-columns.js";
import { networkMeasures } from "../columns/network-measures.js";
import { nodeColumns } from "../columns/node-columns.js";
import { peopleOverTimeColumns } from "../columns/people-over-time-columns.js";
import { sliceColumns } from "../columns/slice-columns.js";
import { topItemColumns } from "../columns/top-item-columns.js";
import { topPeopleColumns } from "../columns/top-people-columns.js";
import { markShapes } from "../mark-shape.js";
import { networkShapes } from "../network-shape.js";
import { leftOutReasons } from "../recommendation.js";
import { optionSources } from "../run-record.js";
import { answer, count, inputSummary, perKind, rowOf, texts, time } from "./answer-parts.js";
import { collectionResult } from "./collect-answer.js";
import { followResult } from "./follow-answer.js";

/** The run that made something, as manifests have it. */
export const recordedRun = z.object({
  command: z.string(),
  inputs: texts,
  options: z
    .record(
      z.string(),
      z.object({
        value: z.union([z.string(), texts]).optional(),
        source: z.enum([...optionSources, "given"]),
        holds: z.enum(["file", "people"]).optional(),
        sha256: texts.optional(),
      }),
    )
    .describe("by flag"),
  keyMark: z.string().optional(),
});

const coverage = z.object({
  sources: z.array(
    z.object({
      source: z.string(),
      posts: count,
      onlyHere: count,
      oldest: time.optional(),
      newest: time.optional(),
      askedFirst: time.optional(),
      askedLast: time.optional(),
      pages: count,
      gaps: z.array(z.object({ from: time.optional(), to: time.optional() })),
      isEndUnconfirmed: z.boolean(),
      late: count,
      latestHours: z.number().optional(),
      lookBackHours: z.number().optional(),
      leftOut: count,
    }),
  ),
  overlaps: z.array(z.object({ sources: texts, both: count })),
  unseen: z
    .object({
      method: z.enum(["chapman", "chao2"]),
      from: time.optional(),
      to: time.optional(),
      seen: count,
      total: z.number(),
      low: z.number(),
      high: z.number(),
    })
    .optional(),
  borrowedTimes: count,
});

const counts = [
  "read",
  "kept",
  "duplicates",
  "skippedRows",
  "keptTies",
  "analysed",
  "found",
  "threads",
  "filtered",
  "withoutTag",
  "outsidePeriod",
  "withoutTime",
  "takenBack",
  "droppedPosts",
  "unknownAuthors",
  "unknownTimes",
  "oddTimes",
  "deletedPosts",
  "clampedTimes",
  "withheld",
] as const;

/** Where a result is from. */
export const provenance = {
  run: recordedRun,
  inputs: z.array(inputSummary),
  settings: z.looseObject({}),
  ...Object.fromEntries(counts.map((name) => [name, count] as const)),
  filters: texts,
  firstPost: time.optional(),
  lastPost: time.optional(),
  dropped: z.object({ people: count, posts: count }).optional(),
  coverage: coverage.optional().describe("of a collection from servers"),
  withheldServers: z.object({ servers: count, people: count }).optional(),
  isCoarse: z.boolean(),
};

const fit = { name: z.enum(networkShapes).optional(), fit: z.number().optional() };

const network = z.object({
  tieRule: z.string(),
  interactionsByKind: perKind,
  withOneself: perKind,
  unresolved: perKind,
  unresolvedBecause: z.record(z.string(), count),
  shape: z.object({
    ...fit,
    sentence: z.string(),
    runnerUp: z.object(fit).optional(),
    numbers: z.record(z.string(), z.number()).optional(),
    method: z.string(),
    rules: texts,
  }),
  metrics: z.array(
    z.object({
      metric: z.enum(networkMeasures.map(({ metric }) => metric)),
      value: z.number().optional(),
      name: z.string(),
      note: z.string(),
    }),
  ),
  ties: z.array(z.object(rowOf(edgeColumns))),
});

const community = z.object({
  community: z.string(),
  label: z.string(),
  size: count,
  posts: count,
  density: z.number().optional(),
  reciprocity: z.number().optional(),
  edgesInside: count,
  edgesIn: count,
  edgesOut: count,
  topPeople: texts,
  topHashtags: texts,
  topLinks: texts,
  topDomains: texts,
  topWords: texts,
  topPairs: texts,
  distinctiveWords: texts,
  bridges: texts,
});

const person = z.object({
  ...rowOf(nodeColumns),
  isWithheld: z.boolean(),
  place: z
    .object({
      x: z.number(),
      y: z.number(),
      radius: z.number(),
      color: z.string(),
      shape: z.enum(markShapes),
    })
    .optional(),
  leftOut: z.enum(leftOutReasons).optional(),
  automationSign: z.string().optional(),
});

const bins = z.object({
  binDays: z.number(),
  bins: z.array(
    z.object({
      start: z.string(),
      posts: count,
      reposts: count,
      people: count,
      newcomers: count,
      stayed: count,
    }),
  ),
});

const slices = z.object({
  slicing: z.string(),
  overlap: z.string().optional(),
  timelessPosts: count,
  timelessInteractions: count,
  rows: z.array(z.object(rowOf(sliceColumns))),
  communities: z.array(z.object(rowOf(communitiesOverTimeColumns))),
  people: z.array(z.object(rowOf(peopleOverTimeColumns))),
});

const result = {
  query: z.object({
    tag: z.string().optional(),
    since: time.optional(),
    until: time.optional(),
  }),
  network,
  communities: z.array(community),
  topItems: z.array(z.object(rowOf(topItemColumns))),
  topPeople: z.array(z.object(rowOf(topPeopleColumns))),
  people: z.array(person),
  follow: z.object(followResult),
  chronicle: z.object({ activity: bins, arrivals: bins }).optional(),
  slices: slices.optional().describe("with --slices"),
};

/** Of `analyze --json`, and of `report.json`. */
export const analyzeAnswer = answer({ command: "analyze", schemaVersion: 1 }, result, provenance);

export const runAnswer = answer(
  { command: "run", schemaVersion: 1 },
  { ...result, collection: z.object(collectionResult) },
  provenance,
);
