import { z } from "zod";
import { optionSources } from "../run-record.js";
import { answer, count, inputSummary, perKind, texts, time } from "./answer-parts.js";

const distinct = z.object({ count, isEstimate: z.boolean() });
const frequencies = z.array(z.object({ name: z.string(), count }));

export const inspectAnswer = answer(
  { command: "inspect", schemaVersion: 2 },
  {
    inputs: z.array(
      z.union([
        z.object({
          path: z.string(),
          title: z.string(),
          evidence: z.string(),
          summary: inputSummary,
          contents: z.object({
            posts: distinct,
            reposts: count,
            authors: distinct,
            people: distinct,
            first: time.optional(),
            last: time.optional(),
            withoutTime: count,
            ties: perKind,
            tiesOfNoKind: count,
            languages: frequencies,
            hashtags: frequencies,
          }),
        }),
        z.object({
          path: z.string(),
          refused: z.object({ reason: z.string(), next: z.string() }),
        }),
      ]),
    ),
    next: z
      .object({ words: texts, line: z.string() })
      .optional()
      .describe("the command that analyses what can be read"),
  },
);

export const convertAnswer = answer(
  { command: "convert", schemaVersion: 1 },
  {
    out: z.string(),
    written: z.object({
      posts: count.optional(),
      people: count.optional(),
      ties: count.optional(),
      interactions: count.optional(),
      ids: count.optional(),
    }),
    notes: texts,
  },
  { inputs: z.array(inputSummary) },
);

export const networkAnswer = answer(
  { command: "network", schemaVersion: 1 },
  {
    folder: z.string(),
    posts: count,
    people: count,
    ties: count,
    interactions: count,
    withheld: count.describe("people who are not named"),
    skipped: count.describe("rows that could not be read"),
  },
  {
    engine: z.string().describe("with its version"),
    inputs: z.array(z.object({ name: z.string(), sha256: z.string().optional() })),
  },
);

export const forgetAnswer = answer(
  { command: "forget", schemaVersion: 1 },
  {
    people: count,
    posts: count,
    answersChanged: count,
    answersRemoved: count,
    reportFiles: count,
    remains: texts.describe("files of others that still hold something of theirs"),
  },
);

export const redoAnswer = answer(
  { command: "redo", schemaVersion: 1 },
  {
    files: z.array(
      z.object({ name: z.string(), became: z.enum(["same", "different", "missing", "new"]) }),
    ),
    differences: texts,
    exitCode: z.int().describe("of the run"),
  },
);

const knownServer = { host: z.string(), people: count, posts: count };

export const serversAnswer = answer(
  { command: "servers", schemaVersion: 2 },
  {
    tag: z.string(),
    asked: texts,
    from: time,
    to: time,
    posts: count,
    unseenShare: z.number().optional(),
    servers: z.array(
      z.object({
        ...knownServer,
        software: z.string(),
        counted: z.number().optional(),
        gain: z
          .object({ low: z.number(), high: z.number(), estimate: z.number().optional() })
          .optional(),
      }),
    ),
    others: z.array(
      z.object({
        ...knownServer,
        outcome: z.enum(["left-alone", "failed"]),
        reason: z.string(),
      }),
    ),
    notAsked: z.array(z.object(knownServer)),
  },
);

export const configAnswer = answer(
  { command: "config", schemaVersion: 1 },
  {
    file: z.string().optional(),
    profile: z.string().optional(),
    commands: z.record(
      z.string(),
      z.record(
        z.string(),
        z.object({
          value: z.json().describe("as a settings file would hold it; null for none"),
          source: z.enum(optionSources),
          from: z.string(),
        }),
      ),
    ),
    unknownVariables: texts,
  },
);
