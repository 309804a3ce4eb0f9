import { describe, expect, test } from "vitest";
import { z } from "zod";
import { type AnalyzeFilesOptions, analyzeFiles } from "../support/analyze-files.js";
import { hasRealData, realData } from "../support/real-data.js";

const reportSchema = z.object({
  network: z.object({
    shape: z.object({
      name: z.string(),
      fit: z.number(),
      runnerUp: z.object({ name: z.string(), fit: z.number() }).optional(),
    }),
    metrics: z.array(z.object({ metric: z.string(), value: z.number().optional() })),
  }),
});

async function networkOf(file: string, options: AnalyzeFilesOptions = {}) {
  const { outcome } = await analyzeFiles([realData(file)], undefined, options);
  if ("nothing" in outcome) throw new Error(outcome.nothing);
  const { network } = reportSchema.parse(JSON.parse([...outcome.json()].join("")));
  const metrics = new Map(network.metrics.map(({ metric, value }) => [metric, value]));
  return { shape: network.shape, metrics };
}

const useR2018 = "hashtags/useR2018.rtweet.ndjson.gz";
const undirected: AnalyzeFilesOptions = { format: "undirected-edge-list" };

describe.skipIf(!hasRealData)("the shape of a real network", () => {
  test.each<[string, string, string, AnalyzeFilesOptions]>([
    // A conference is one crowd, if a loose one; who talks there and to whom leaves most apart.
    ["a conference", "unified", useR2018, { tag: "useR2018" }],
    ["its conversation", "fragmented", useR2018, { tag: "useR2018", edges: "conversation" }],
    ["a year of #rstats", "clustered", "hashtags/rstats_2013.csv", {}],
    ["a congress of two parties", "divided", "graphs/congress.edgelist", {}],
    [
      "a karate club that split",
      "divided",
      "graphs/networkx__karate_weighted.edges.csv",
      undirected,
    ],
    ["the leagues of football", "clustered", "graphs/gephi__football.graphml", {}],
    ["a novel's scenes", "clustered", "graphs/networkx__les_miserables.edges.csv", undirected],
  ])("%s is %s", async (_, shape, file, options) => {
    expect((await networkOf(file, options)).shape.name).toBe(shape);
  });

  test("is the same when ties are turned round, and so is how attention is spread", async () => {
    const plain = await networkOf(useR2018, { tag: "useR2018" });
    const turned = await networkOf(useR2018, { tag: "useR2018", edges: "flow" });
    expect(turned.shape).toEqual(plain.shape);
    for (const metric of ["attention_gini", "top_1_percent_share", "posts_with_reply_share"]) {
      expect(turned.metrics.get(metric), metric).toBe(plain.metrics.get(metric));
    }
    expect(turned.metrics.get("in_degree_centralization")).toBe(
      plain.metrics.get("out_degree_centralization"),
    );
  });
});

describe.skipIf(!hasRealData)("replies", () => {
  test("are not told by a table that names whom a post answers, and not which post", async () => {
    const { metrics } = await networkOf("hashtags/rstats_2013.csv");
    expect(metrics.get("posts_with_reply_share")).toBeUndefined();
    expect(metrics.get("median_hours_to_first_reply")).toBeUndefined();
    expect(metrics.get("newcomers_answered_share")).toBeGreaterThan(0);
  });
});
