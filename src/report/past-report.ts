import { z } from "zod";
import { printable } from "../text/unprintable.js";

/*
 * What a report.json says, as far as reports are compared; see docs/json.md for the whole.
 */

const pastReportSchema = z.object({
  schemaVersion: z.literal(1),
  query: z.object({ tag: z.string().optional() }),
  provenance: z.object({
    tool: z.literal("tagatlas"),
    run: z.object({
      options: z.record(
        z.string(),
        z
          .object({ value: z.unknown().optional(), sha256: z.array(z.string()).optional() })
          .optional(),
      ),
      keyMark: z.string().optional(),
    }),
    settings: z.object({
      edges: z.string(),
      communities: z.string(),
      metrics: z.string(),
      respect: z.string(),
    }),
    filters: z.array(z.string()),
    firstPost: z.string().optional(),
    lastPost: z.string().optional(),
  }),
  network: z.object({
    metrics: z.array(z.object({ metric: z.string(), value: z.number().optional() })),
    ties: z.array(z.object({ source: z.string(), target: z.string(), weight: z.number() })),
  }),
  communities: z.array(z.object({ community: z.string(), label: z.string(), size: z.number() })),
  topItems: z.array(
    z.object({
      community: z.string().optional(),
      kind: z.string(),
      item: z.string(),
      authors: z.number(),
    }),
  ),
  people: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      isWithheld: z.boolean(),
      community: z.string().optional(),
      posts: z.number(),
    }),
  ),
});

export type PastReport = z.output<typeof pastReportSchema>;

/**
 * A report from its JSON; `undefined` where the text is none that this version reads. Others may have written
 * it, so its texts are cleaned as those of posts are.
 */
export function parsePastReport(text: string): PastReport | undefined {
  try {
    return pastReportSchema.safeParse(JSON.parse(text, cleaned)).data;
  } catch {
    return undefined;
  }
}

function cleaned(_key: string, value: unknown): unknown {
  return typeof value === "string" ? printable(value) : value;
}
