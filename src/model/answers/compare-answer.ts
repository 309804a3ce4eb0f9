import { z } from "zod";
import {
  comparedCommunityColumns,
  comparedItemColumns,
  comparedMeasureColumns,
  comparedPersonColumns,
} from "../columns/comparison-columns.js";
import { answer, count, rowOf, texts, time } from "./answer-parts.js";

/** Of `compare --json`, and of `compare.json`. */
export const compareAnswer = answer(
  { command: "compare", schemaVersion: 1 },
  {
    analyses: z.array(
      z.object({
        name: z.string(),
        tag: z.string().optional(),
        first: time.optional(),
        last: time.optional(),
      }),
    ),
    steps: z
      .array(
        z.object({
          before: z.string(),
          now: z.string(),
          measures: z.array(z.object(rowOf(comparedMeasureColumns))),
          people: z
            .array(z.object(rowOf(comparedPersonColumns)))
            .optional()
            .describe("absent where people cannot be told to be the same"),
          inBoth: count.optional(),
          agreement: z
            .number()
            .optional()
            .describe("adjusted mutual information of communities; absent below ten people"),
          inCommunitiesBoth: count.optional(),
          communities: z.array(z.object(rowOf(comparedCommunityColumns))),
          items: z.array(z.object(rowOf(comparedItemColumns))),
          notes: texts,
        }),
      )
      .describe("each analysis but the first, beside the one before"),
  },
  { inputs: z.array(z.object({ name: z.string(), sha256: z.string().optional() })) },
);
