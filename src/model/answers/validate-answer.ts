import { z } from "zod";
import { backtestMethods, backtestQuestions } from "../backtest.js";
import { followOrders } from "../recommendation.js";
import { answer, count, inputSummary, texts, time } from "./answer-parts.js";
import { verdict } from "./follow-answer.js";
import { recordedRun } from "./report-answer.js";

const method = z.enum(backtestMethods);
const estimate = z.object({ mean: z.number(), low: z.number(), high: z.number() });
const difference = z.object({
  mean: z.number(),
  low: z.number().optional(),
  high: z.number().optional(),
  pBetter: z.number(),
  pWorse: z.number(),
  windowsWon: count,
});

export const validateAnswer = answer(
  { command: "validate", schemaVersion: 2 },
  {
    query: z.object({
      tag: z.string().optional(),
      since: time.optional(),
      until: time.optional(),
    }),
    verdict: z.object({
      order: z.enum(followOrders),
      kind: verdict.shape.kind.optional(),
      sentence: z.string().optional(),
    }),
    lists: z.array(
      verdict.extend({ question: z.enum(backtestQuestions), method, title: z.string() }),
    ),
    plan: z.object({
      trainDays: z.number().optional(),
      testDays: z.number(),
      endDays: z.number(),
      cutDays: z.array(z.number()),
    }),
    windows: z.array(
      z.object({
        trainStart: time.optional(),
        cut: time.optional(),
        testEnd: time.optional(),
        candidates: count,
        learners: count,
      }),
    ),
    tables: z.array(
      z.object({
        question: z.enum(backtestQuestions),
        learners: count,
        windows: count,
        learnersByWindow: z.array(count),
        sampledFrom: count.optional(),
        methods: z.array(
          z.object({
            method,
            title: z.string(),
            ndcg: estimate,
            ndcgByWindow: z.array(z.number()),
            hit: z.number(),
            recall: z.number(),
            coverage: z.number(),
            againstD: difference.optional(),
            againstDd: difference.optional(),
          }),
        ),
      }),
    ),
    notes: texts,
  },
  {
    run: recordedRun,
    inputs: z.array(inputSummary),
    settings: z.looseObject({}),
    analysed: count,
    firstPost: time.optional(),
    lastPost: time.optional(),
  },
);
