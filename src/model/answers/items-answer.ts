import { z } from "zod";
import { itemCommunityColumns, itemEdgeColumns } from "../columns/item-network-columns.js";
import { itemNetworkMeasures } from "../columns/item-network-measures.js";
import { itemNodeColumns } from "../columns/item-node-columns.js";
import { threadColumns } from "../columns/thread-columns.js";
import { otherNetworks } from "../other-network.js";
import { answer, count, rowOf, texts } from "./answer-parts.js";
import { collectionResult } from "./collect-answer.js";
import { provenance } from "./report-answer.js";

const ties = z.array(z.object(rowOf(itemEdgeColumns)));
const { run, inputs, dropped, firstPost, lastPost, filters } = provenance;

/** Of `analyze` and `run` with `--network` and `--json`, and of `network.json`. */
export const itemsAnswer = answer(
  { command: ["analyze", "run"], schemaVersion: 1 },
  {
    network: z.object({
      name: z.enum(otherNetworks),
      isDirected: z.boolean(),
      tieRule: z.string(),
      notes: texts,
      metrics: z.array(
        z.object({
          metric: z.enum(itemNetworkMeasures.map(({ metric }) => metric)),
          value: z.number().optional(),
          name: z.string(),
          note: z.string(),
        }),
      ),
      ties,
    }),
    nodes: z.array(z.object(rowOf(itemNodeColumns))),
    communities: z.array(z.object(rowOf(itemCommunityColumns))),
    threads: z
      .array(z.object(rowOf(threadColumns)))
      .optional()
      .describe("of posts"),
    projections: z
      .array(z.object({ name: z.string(), ties }))
      .describe("what a network of two kinds of nodes is seen from"),
    collection: z.object(collectionResult).optional().describe("of run"),
  },
  {
    run,
    inputs,
    dropped,
    firstPost,
    lastPost,
    filters,
    analysed: count,
    withheld: count,
    seed: z.int(),
  },
);
